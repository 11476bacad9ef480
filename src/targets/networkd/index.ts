import { withoutKey } from '../../side/wireguard-netdev.ts'
import { globalsWithOvs } from '../globals.ts'
import { looseVlan } from '../loose-vlan.ts'
import { lostModem, lostProfile } from '../not-manager.ts'
import { defineTarget } from '../walk.ts'
import { type Docs, openDocs } from './documents.ts'
import { finish } from './finish.ts'
import { bond } from './link/bond.ts'
import { bridge } from './link/bridge.ts'
import { dummy } from './link/dummy.ts'
import { ipvlan } from './link/ipvlan.ts'
import { macvlan, macvtap } from './link/macvlan.ts'
import { ovsBond, ovsBridge, ovsVlan } from './link/openvswitch.ts'
import { ethernet, wifi } from './link/physical.ts'
import { tunnel } from './link/tunnel.ts'
import { tap, tun } from './link/tuntap.ts'
import { veth } from './link/veth.ts'
import { vlan } from './link/vlan.ts'
import { vrf } from './link/vrf.ts'
import { vxlan } from './link/vxlan.ts'
import { wireguard } from './link/wireguard.ts'

/** systemd-networkd: .network and .netdev files, and systemd's .link files. */
export const networkd = defineTarget<undefined, Docs>({
  id: 'networkd',
  title: 'systemd-networkd',
  versions: ['252', '257'],
  about: 'systemd: 252 in Debian 12, 257 in Debian 13',
  native: /^\/etc\/systemd\/network\/.*\.(?:network|netdev)$/,
  start: () => undefined,
  open: openDocs,
  globals: globalsWithOvs('networkd'),
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
    modem: lostModem,
    'nm-device': lostProfile,
    'ovs-bridge': ovsBridge,
    'ovs-bond': ovsBond,
    'ovs-vlan': ovsVlan,
    'loose-vlan': looseVlan,
  },
  impossible: withoutKey,
  finish,
})
