import { type Explanation, nothing } from './explanation.ts'

type Line = Omit<Explanation, 'target'>

const applied = {
  why: '`netplan apply` reads it from the YAML and does it; its generated files say no more than that it shall run',
  section: 'SR-IOV',
  netplan: nothing,
}

const lines: readonly Line[] = [
  { ...applied, place: /^udev$/, ours: /netglot-\S+-(sriov|filter)\.service/ },
  { ...applied, place: /^service$/, ours: /^netglot-\S+-rebind\.service$/ },
]

/** How NICs with virtual functions, and InfiniBand, differ. */
export const sriov: readonly Explanation[] = [
  ...lines.flatMap(line => (['networkd', 'networkmanager'] as const).map(target => ({ ...line, target }))),
  { ...applied, target: 'networkd', place: /^link\/Link\.SR-IOVVirtualFunctions$/, ours: /^\d+$/ },
  { ...applied, target: 'networkmanager', place: /^profile\/sriov\.(total-vfs|eswitch-mode)$/, ours: /^\d+$/ },
  {
    why: 'NetworkManager has no such setting and passes over it: a udev rule sets the MAC',
    section: 'InfiniBand',
    target: 'networkmanager',
    place: /^profile\/infiniband\.cloned-mac-address$/,
    netplan: /./,
    ours: nothing,
  },
  {
    why: 'nothing tells the name of the device, which the rule has to go by: a loss; networkd passes over what netplan writes',
    section: 'InfiniBand',
    target: 'networkd',
    place: /^network\/IPoIB\.Mode$/,
    netplan: /^(datagram|connected)$/,
    ours: nothing,
  },
  {
    why: 'NetworkManager refuses such a profile without a mode; datagram is the kernel’s own',
    section: 'InfiniBand',
    target: 'networkmanager',
    place: /^profile\/infiniband\.transport-mode$/,
    netplan: nothing,
    ours: /^datagram$/,
  },
]
