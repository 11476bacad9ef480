import { isInfiniband, isLoopback, type Link, type LinkKind, type Links, type Tap, type Tun, type Wifi } from '../model/network.ts'
import type { Group } from './graph.ts'

interface Looks {
  readonly group: Group
  readonly what: string
  /** What only this kind has. */
  readonly facts?: readonly (string | undefined)[]
}

const tables: { readonly [K in LinkKind]: (link: Links[K]) => Looks } = {
  tap: link => ({ group: 'guest', what: 'TAP', facts: attached(link) }),
  tun: link => ({ group: 'guest', what: 'TUN', facts: attached(link) }),
  ethernet: link => ({ group: 'hardware', what: nic(link), facts: [link.vlanFilter && `VLAN ${link.vlanFilter.tag.value} by the NIC`] }),
  wifi: link => ({ group: 'hardware', what: link.fourAddress?.value === true ? 'Wi-Fi, 4-address' : 'Wi-Fi', facts: radio(link) }),
  modem: link => ({ group: 'hardware', what: `${link.technology.toUpperCase()} modem`, facts: [link.apn && `APN ${link.apn.value}`] }),
  dummy: () => ({ group: 'layer', what: 'dummy' }),
  veth: () => ({ group: 'guest', what: 'virtual Ethernet' }),
  bond: ({ mode }) => ({ group: 'switch', what: `bond, ${mode.value}` }),
  vlan: ({ tag, protocol }) => ({
    group: 'layer',
    what: protocol.value === '802.1ad' ? `VLAN ${tag.value}, 802.1ad` : `VLAN ${tag.value}`,
  }),
  'loose-vlan': ({ tag }) => ({ group: 'layer', what: `VLAN ${tag.value}` }),
  macvlan: ({ mode }) => ({ group: 'layer', what: `macvlan, ${mode.value}` }),
  macvtap: link => ({ group: 'guest', what: `macvtap, ${link.mode.value}`, facts: [owned(link)] }),
  ipvlan: ({ mode }) => ({ group: 'layer', what: `ipvlan, ${mode.value}` }),
  tunnel: ({ mode, local }) => ({ group: 'tunnel', what: `${mode.value} tunnel`, facts: [local && `from ${local.value.text}`] }),
  vxlan: ({ vni, local }) => ({ group: 'tunnel', what: `VXLAN ${vni.value}`, facts: [local && `from ${local.value.text}`] }),
  vrf: ({ table }) => ({ group: 'routing', what: `VRF, table ${table.value}` }),
  wireguard: ({ port }) => ({
    group: 'tunnel',
    what: 'WireGuard',
    facts: [port && port.value !== 0 ? `listens at UDP ${port.value}` : undefined],
  }),
  bridge: ({ stp, vlanFiltering }) => ({
    group: 'switch',
    what: vlanFiltering?.value === true ? 'VLAN-aware bridge' : 'bridge',
    facts: [stp.value ? 'STP' : undefined],
  }),
  'nm-device': () => ({ group: 'layer', what: 'NetworkManager profile' }),
  'ovs-bridge': link => ({
    group: 'switch',
    what: 'Open vSwitch bridge',
    facts: link.controllers.map(({ value }) => `controller ${value}`),
  }),
  'ovs-bond': ({ mode }) => ({ group: 'switch', what: mode === undefined ? 'Open vSwitch bond' : `Open vSwitch bond, ${mode.value}` }),
  'ovs-vlan': ({ tag }) => ({ group: 'layer', what: `Open vSwitch VLAN ${tag.value}` }),
}

/** How a link is shown. */
export const looksOf = (link: Link): Looks => (tables[link.kind] as (link: Link) => Looks)(link)

/** Whether a program on the other side holds the device, such as a virtual machine: as a port it is drawn on the far side of its bridge. */
export const isGuest = (link: Link): boolean => link.kind === 'tap' || link.kind === 'tun' || link.kind === 'veth'

const nic = (link: Links['ethernet']): string => {
  if (isLoopback(link)) return 'loopback'
  if (link.physicalFunction !== undefined) return 'virtual function'
  return isInfiniband(link) ? 'InfiniBand' : 'NIC'
}

const owned = ({ owner, group }: Pick<Tap, 'owner' | 'group'>): string =>
  [`owner ${owner?.value ?? 'root'}`, ...(group === undefined ? [] : [`group ${group.value}`])].join(', ')

const attached = (link: Tap | Tun): readonly (string | undefined)[] => [
  owned(link),
  [link.multiQueue.value ? 'multi-queue' : undefined, link.vnetHeader.value ? 'vnet-header' : undefined]
    .filter(word => word !== undefined)
    .join(', ') || undefined,
]

const radio = ({ accessPoints }: Wifi): readonly string[] =>
  accessPoints.map(({ ssid, mode }) => {
    if (mode?.value === 'ap') return `is access point ${ssid.value}`
    return mode?.value === 'adhoc' ? `ad-hoc ${ssid.value}` : `joins ${ssid.value}`
  })
