import { type Explanation, nothing, type Where } from './explanation.ts'

const section = 'Open vSwitch'
const ofOvs = ({ entry }: Where): boolean => entry.startsWith('openvswitch/')

/** What the units of both sides have ovs-vsctl do is compared by test/consumers/openvswitch.test.ts. */
export const openvswitch: readonly Explanation[] = [
  {
    why: 'a bond and a patch port of Open vSwitch are no devices of the kernel: netplan’s files match nothing',
    section,
    target: 'networkd',
    place: /^(network\/|online$)/,
    netplan: /./,
    ours: nothing,
    when: (where, { device }) => ofOvs(where) && /^(bond|patch)/.test(device),
  },
  {
    why: 'networkd knows no bridge or bond of that name, and passes over the line',
    section,
    target: 'networkd',
    place: /^network\/Network\.(Bridge|Bond)$/,
    netplan: /./,
    ours: nothing,
    when: ofOvs,
  },
  {
    why: 'networkd would try to take a port from ovs-system, as netplan lets it',
    section,
    target: 'networkd',
    place: /^network\/Network\.KeepMaster$/,
    netplan: nothing,
    ours: /^yes$/,
    when: ofOvs,
  },
  {
    why: 'Open vSwitch undoes what others set of its devices, so it is told itself',
    section,
    target: 'networkd',
    place: /^network\/Link\.(MACAddress|MTUBytes)$/,
    netplan: /./,
    ours: nothing,
    when: (where, { device }) => ofOvs(where) && /^(ovs|vlan)/.test(device),
  },
  {
    why: 'netplan 1.1 waits for no device of Open vSwitch',
    section,
    target: 'networkd',
    release: /^1\.1$/,
    place: /^online$/,
    netplan: /^no$/,
    ours: /^degraded$/,
    when: ofOvs,
  },
  {
    why: 'what Open vSwitch makes is lost here, and told so',
    section,
    target: 'networkmanager',
    place: /./,
    netplan: /^/,
    ours: /^/,
    when: ofOvs,
  },
]
