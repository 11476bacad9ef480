import { globalsWithOvs } from '../globals.ts'
import { looseVlan } from '../loose-vlan.ts'
import { lostKind } from '../lost-kind.ts'
import { lostModem, lostProfile } from '../not-manager.ts'
import { withoutBridge } from '../openvswitch/globals.ts'
import { absent } from '../target.ts'
import { defineTarget } from '../walk.ts'
import { Docs } from './documents.ts'
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
import { vxlan } from './link/vxlan.ts'
import { wireguard } from './link/wireguard.ts'
import { impossible } from './openvswitch.ts'

/** src/ifconfig.c, ni_system_interface_link_change. */
const noVrf = absent(
  'wicked makes no VRFs, and takes a device out of one when it brings the device up',
  'use NetworkManager, which SUSE has as well, or rules and `table` of routes in place of the VRF',
)

/** wicked's ifcfg files, and netconfig, udev and systemd where they end. */
export const suse = defineTarget<undefined, Docs>({
  id: 'suse',
  title: 'SUSE ifcfg (wicked)',
  versions: ['wicked-0.6'],
  about: 'wicked 0.6: SUSE Linux Enterprise 12 and 15, openSUSE Leap 42 and 15; SLE 16 and Leap 16 have NetworkManager',
  native: /^\/etc\/sysconfig\/network\/(?!scripts\/)/,
  start: () => undefined,
  open: (link, context) => new Docs(link, context),
  globals: globalsWithOvs('wicked', withoutBridge),
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
    vrf: lostKind(noVrf),
    wireguard,
    tap,
    tun,
    modem: lostModem,
    'nm-device': lostProfile,
    'loose-vlan': looseVlan,
    'ovs-bridge': ovsBridge,
    'ovs-bond': ovsBond,
    'ovs-vlan': ovsVlan,
  },
  impossible,
  finish,
})
