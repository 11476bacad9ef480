import { globalsWithOvs } from '../globals.ts'
import { defineTarget } from '../walk.ts'
import { type Docs, openDocs, openRoot, type Root } from './documents.ts'
import { finish } from './finish.ts'
import { impossible, lacksOvs } from './impossible.ts'
import { bond } from './link/bond.ts'
import { bridge } from './link/bridge.ts'
import { dummy } from './link/dummy.ts'
import { ipvlan } from './link/ipvlan.ts'
import { macvlan, macvtap } from './link/macvlan.ts'
import { modem } from './link/modem.ts'
import { nmDevice } from './link/nm-device.ts'
import { ovsBond, ovsBridge, ovsVlan } from './link/openvswitch.ts'
import { ethernet, wifi } from './link/physical.ts'
import { tunnel } from './link/tunnel.ts'
import { tap, tun } from './link/tuntap.ts'
import { veth } from './link/veth.ts'
import { looseVlan, vlan } from './link/vlan.ts'
import { vrf } from './link/vrf.ts'
import { vxlan } from './link/vxlan.ts'
import { wireguard } from './link/wireguard.ts'

/** NetworkManager: a connection profile a device, in keyfile format. */
export const networkmanager = defineTarget<Root, Docs>({
  id: 'networkmanager',
  title: 'NetworkManager',
  versions: ['1.42', '1.52'],
  older: ['1.40'],
  about: 'NetworkManager: 1.42 in Debian 12, 1.52 in Debian 13; 1.40, of RHEL 8, can be asked for too',
  native: /^\/etc\/NetworkManager\/(?!dispatcher)/,
  start: openRoot,
  open: openDocs,
  globals: globalsWithOvs('NetworkManager', (_network, context) => lacksOvs(context)),
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
