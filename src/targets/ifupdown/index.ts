import { globalsWithOvs } from '../globals.ts'
import { type Docs, openDocs, type Root, startRoot } from '../interfaces/documents.ts'
import { ipvlanTable } from '../interfaces/ipvlan.ts'
import { commands } from '../interfaces/keys.ts'
import { macvlanTable, macvtapTable } from '../interfaces/macvlan.ts'
import { ovsTables } from '../interfaces/openvswitch.ts'
import { tunnelTable } from '../interfaces/tunnel.ts'
import { tapTable, tunTable } from '../interfaces/tuntap.ts'
import { vethTable } from '../interfaces/veth.ts'
import { vrfTable } from '../interfaces/vrf.ts'
import { wireguardTable } from '../interfaces/wireguard.ts'
import { looseVlan } from '../loose-vlan.ts'
import { lostModem, lostProfile } from '../not-manager.ts'
import { withoutBridge } from '../openvswitch/globals.ts'
import { defineTarget } from '../walk.ts'
import { finish } from './finish.ts'
import { bond } from './link/bond.ts'
import { bridge } from './link/bridge.ts'
import { common } from './link/common.ts'
import { dummy } from './link/dummy.ts'
import { ethernet, wifi } from './link/physical.ts'
import { vlan } from './link/vlan.ts'
import { vxlan } from './link/vxlan.ts'
import { plan } from './plan.ts'

/** Debian's classic ifupdown with bridge-utils: /etc/network/interfaces. */
export const ifupdown = defineTarget<Root, Docs>({
  id: 'ifupdown',
  title: 'classic ifupdown',
  versions: ['0.8.41'],
  about: 'ifupdown: 0.8.41 in Debian 12',
  native: /^\/etc\/network\/interfaces$/,
  commands,
  start: startRoot(),
  open: (link, context) => openDocs(link, plan(link), context),
  globals: globalsWithOvs('ifupdown', withoutBridge),
  links: {
    ethernet,
    wifi,
    bond,
    bridge,
    dummy,
    veth: vethTable(common),
    vlan,
    macvlan: macvlanTable(common),
    macvtap: macvtapTable(common),
    ipvlan: ipvlanTable(common),
    tunnel: tunnelTable(common),
    vxlan,
    vrf: vrfTable(common),
    tap: tapTable(common),
    tun: tunTable(common),
    wireguard: wireguardTable(common),
    modem: lostModem,
    'nm-device': lostProfile,
    'loose-vlan': looseVlan,
    ...ovsTables(common),
  },
  finish,
})
