import * as z from 'zod/mini'
import { field, required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { uint, words } from '../scalars.ts'
import { bond } from './bond.ts'
import { bridge } from './bridge.ts'
import { type physical, renderer } from './common.ts'
import { dummy } from './dummy.ts'
import { ethernet, type sriov } from './ethernet.ts'
import { ipvlan } from './ipvlan.ts'
import { macvlan, macvtap } from './macvlan.ts'
import { modem } from './modem.ts'
import { ovsGlobal } from './openvswitch.ts'
import { tunnel } from './tunnel.ts'
import { tuntap } from './tuntap.ts'
import { veth } from './veth.ts'
import { vlan } from './vlan.ts'
import { vrf } from './vrf.ts'
import { wifi } from './wifi.ts'

const rendererOfType = field(
  renderer,
  'The stack that netplan shall use for all devices that stand beside it.',
  ['networkd', 'NetworkManager'],
  {
    default: 'that of the whole',
  },
)

/** The definitions of one device type; netplan allows a `renderer` beside them. */
const definitions = <S extends z.ZodMiniType>(device: S) =>
  z.catchall(z.object({ renderer: rendererOfType }), device) as z.ZodMiniType as z.ZodMiniType<Definitions<z.infer<S>>>

type Definitions<D> = { readonly renderer?: z.infer<typeof renderer> } & { readonly [id: string]: D }

const allowance = mapping(() => ({
  target: required(words('a target', 64), 'The target that may lose it.', ['ifupdown', 'suse']),
  code: required(words('a code', 8), 'The code of the loss.', ['NG5001', 'NG5101']),
  path: required(words('a path', 512), 'What may be lost, as the diagnostic names it; `*` stands for anything.', [
    'bridges.br0.stp',
    'taps.*.alias',
  ]),
  reason: field(words('a reason', 512), 'Why that is all right; it goes into the header of the file.', ['not needed here', 'lab only']),
}))

export const settings = mapping(() => ({
  'allow-loss': field(z.array(allowance), 'Losses that are accepted.', [[]]),
}))

/** What is below `network:`, with netglot's settings beside it. */
export const description = mapping(() => ({
  version: field(uint(2, 2), 'The version of the language: 2.', ['2'], { default: '2' }),
  renderer: field(
    renderer,
    'The stack that netplan shall use; it has no effect on a target that is named.',
    ['networkd', 'NetworkManager'],
    { default: 'networkd' },
  ),
  ethernets: field(definitions(ethernet), 'NICs, by name.', [{ eno1: {} }]),
  wifis: field(definitions(wifi), 'Wi-Fi stations, by name.', [{ wlan0: {} }]),
  modems: field(
    definitions(modem),
    'Modems of mobile networks, by the names of their control ports; they need NetworkManager.',
    [{ 'cdc-wdm0': {} }],
    { since: '0.99' },
  ),
  'nm-devices': field(
    definitions(ethernet),
    'Profiles of NetworkManager of any type, which `networkmanager.passthrough` describes.',
    [{ vpn0: { networkmanager: { passthrough: { 'connection.type': 'dummy' } } } }],
    { since: '0.102' },
  ),
  'dummy-devices': field(definitions(dummy), 'Dummy devices, by name.', [{ dummy0: {} }], { since: '0.107' }),
  'virtual-ethernets': field(
    definitions(veth),
    'The ends of pairs of virtual Ethernet devices, by name; what goes in at the one comes out at the other.',
    [{ veth0: { peer: 'veth1' }, veth1: { peer: 'veth0' } }],
    { since: '0.107' },
  ),
  bonds: field(definitions(bond), 'Bonds: several devices as one, by name.', [{ bond0: {} }]),
  vlans: field(definitions(vlan), 'VLANs, by name.', [{ vlan10: { id: '10', link: 'eno1' } }]),
  macvlans: field(definitions(macvlan), 'Devices with MACs of their own on another one, by name.', [{ mv0: { link: 'eno1' } }], {
    since: 'netglot',
  }),
  macvtaps: field(definitions(macvtap), 'The same for programs such as QEMU, by name.', [{ macvtap0: { link: 'eno1' } }], {
    since: 'netglot',
  }),
  ipvlans: field(
    definitions(ipvlan),
    'Devices with the MAC of another one, which tells them apart by IP addresses, by name.',
    [{ ipv0: { link: 'eno1' } }],
    {
      since: 'netglot',
    },
  ),
  tunnels: field(definitions(tunnel), 'Tunnels, by name.', [{ tun6: { mode: 'sit', remote: '198.51.100.1' } }]),
  vrfs: field(
    definitions(vrf),
    'VRFs: routing tables for some devices alone, by name.',
    [{ vrf0: { table: '100', interfaces: ['eno1'] } }],
    { since: '0.105' },
  ),
  bridges: field(definitions(bridge), 'Bridges, by name.', [{ br0: {} }]),
  taps: field(definitions(tuntap), 'Persistent TAP devices (Ethernet frames), by name.', [{ tap0: {} }], { since: 'netglot' }),
  tuns: field(definitions(tuntap), 'Persistent TUN devices (IP packets), by name.', [{ tun0: {} }], { since: 'netglot' }),
  openvswitch: field(ovsGlobal, 'Open vSwitch as a whole.', [{}], { since: '0.100' }),
  'x-netglot': field(settings, 'How netglot shall render.', [{}], { since: 'netglot' }),
}))

export type Description = z.infer<typeof description>
export type Common = Omit<z.infer<typeof ethernet>, keyof typeof physical | keyof typeof sriov | 'auth' | 'infiniband-mode'>
export type EthernetDescription = z.infer<typeof ethernet>
export type WifiDescription = z.infer<typeof wifi>
export type ModemDescription = z.infer<typeof modem>
export type BondDescription = z.infer<typeof bond>
export type BridgeDescription = z.infer<typeof bridge>
export type DummyDescription = z.infer<typeof dummy>
export type VethDescription = z.infer<typeof veth>
export type VrfDescription = z.infer<typeof vrf>
export type VlanDescription = z.infer<typeof vlan>
export type MacvlanDescription = z.infer<typeof macvlan>
export type MacvtapDescription = z.infer<typeof macvtap>
export type IpvlanDescription = z.infer<typeof ipvlan>
export type TunnelDescription = z.infer<typeof tunnel>
export type TuntapDescription = z.infer<typeof tuntap>
export type ManagerDescription = NonNullable<Common['networkmanager']>
export type AuthDescription = NonNullable<WifiDescription['auth']>
export type WiredAuthDescription = NonNullable<EthernetDescription['auth']>
export type AccessPointDescription = NonNullable<WifiDescription['access-points']>[string]
export type OverridesDescription = NonNullable<Common['dhcp4-overrides']>
export type RaOverridesDescription = NonNullable<Common['ra-overrides']>
export type RouteDescription = NonNullable<Common['routes']>[number]
export type RuleDescription = NonNullable<Common['routing-policy']>[number]
export type AllowanceDescription = NonNullable<z.infer<typeof settings>['allow-loss']>[number]
