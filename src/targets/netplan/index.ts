import type { Network } from '../../model/network.ts'
import { defineTarget } from '../walk.ts'
import { type Docs, openDocs, openRoot, type Root } from './documents.ts'
import { finish } from './finish.ts'
import { bare, integer } from './format.ts'
import { impossible } from './impossible.ts'
import { bond } from './link/bond.ts'
import { bridge } from './link/bridge.ts'
import { dummy } from './link/dummy.ts'
import { ipvlan } from './link/ipvlan.ts'
import { macvlan, macvtap } from './link/macvlan.ts'
import { modem } from './link/modem.ts'
import { nmDevice } from './link/nm-device.ts'
import { ovsBond, ovsBridge, ovsGlobal, ovsVlan } from './link/openvswitch.ts'
import { ethernet } from './link/physical.ts'
import { tunnel } from './link/tunnel.ts'
import { tap, tun } from './link/tuntap.ts'
import { veth } from './link/veth.ts'
import { looseVlan, vlan } from './link/vlan.ts'
import { vrf } from './link/vrf.ts'
import { vxlan } from './link/vxlan.ts'
import { wifi } from './link/wifi.ts'
import { wireguard } from './link/wireguard.ts'

/** A renderer without devices is not nothing: NetworkManager takes every device then. */
const saysNothing = ({ links, globals }: Network): boolean => links.length === 0 && globals.renderer === undefined

/** netplan: its YAML, with systemd's files beside it for what the YAML can't say. */
export const netplan = defineTarget<Root, Docs>({
  id: 'netplan',
  title: 'netplan',
  versions: ['0.106', '1.1'],
  about: 'netplan.io: 0.106 in Debian 12, 1.1 in Debian 13',
  native: /^\/etc\/netplan\//,
  start: openRoot,
  open: openDocs,
  globals: {
    version: (leaf, { network }, context) =>
      saysNothing(context.network)
        ? context.ledger.imply(leaf, 'nothing is described')
        : network.set('version', integer.print(leaf.value), leaf),
    renderer: (leaf, { network }) => network.set('renderer', bare.print(leaf.value), leaf),
    ovs: (leaf, { network }, context) => ovsGlobal(leaf, network, context.ledger),
  },
  impossible,
  links: {
    ethernet,
    wifi,
    bond,
    bridge,
    dummy,
    veth,
    vlan,
    macvlan,
    macvtap,
    ipvlan,
    tunnel,
    vxlan,
    vrf,
    wireguard,
    tap,
    tun,
    modem,
    'nm-device': nmDevice,
    'loose-vlan': looseVlan,
    'ovs-bridge': ovsBridge,
    'ovs-bond': ovsBond,
    'ovs-vlan': ovsVlan,
  },
  finish,
})
