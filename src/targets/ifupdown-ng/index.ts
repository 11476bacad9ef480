import { globalsWithOvs } from '../globals.ts'
import { type Docs, openDocs, type Root, startRoot } from '../interfaces/documents.ts'
import { ipvlanTable } from '../interfaces/ipvlan.ts'
import { commands } from '../interfaces/keys.ts'
import { macvlanTable, macvtapTable } from '../interfaces/macvlan.ts'
import { below } from '../interfaces/parent.ts'
import { tunnelTable } from '../interfaces/tunnel.ts'
import { tapTable, tunTable } from '../interfaces/tuntap.ts'
import { vethTable } from '../interfaces/veth.ts'
import { vrfTable } from '../interfaces/vrf.ts'
import { wireguardTable } from '../interfaces/wireguard.ts'
import { looseVlan } from '../loose-vlan.ts'
import { lostModem, lostProfile } from '../not-manager.ts'
import { withoutBridge } from '../openvswitch/globals.ts'
import { defineTarget } from '../walk.ts'
import { dialect } from './dialect.ts'
import { finish } from './finish.ts'
import { bond } from './link/bond.ts'
import { bridge } from './link/bridge.ts'
import { common } from './link/common.ts'
import { dummy } from './link/dummy.ts'
import { openvswitch } from './link/openvswitch.ts'
import { ethernet, wifi } from './link/physical.ts'
import { vlan } from './link/vlan.ts'
import { vxlan } from './link/vxlan.ts'
import { plan } from './plan.ts'

/** Alpine's ifupdown-ng: /etc/network/interfaces. */
export const ifupdownNg = defineTarget<Root, Docs>({
  id: 'ifupdown-ng',
  title: 'ifupdown-ng',
  versions: ['0.11.3'],
  about: 'ifupdown-ng: 0.11.3 in Debian 12; the files for 0.12.1, in Alpine 3.22 and Debian 13, are the same',
  native: /^\/etc\/network\/interfaces$/,
  commands,
  start: startRoot(dialect),
  open: (link, context) => openDocs(link, plan(link, context.network), context),
  globals: globalsWithOvs('ifupdown-ng', withoutBridge),
  links: {
    ethernet,
    wifi,
    bond,
    bridge,
    dummy,
    veth: vethTable(common),
    vlan,
    macvlan: macvlanTable(common, below('requires')),
    macvtap: macvtapTable(common, below('requires')),
    ipvlan: ipvlanTable(common, below('requires')),
    tunnel: tunnelTable(common),
    vxlan,
    vrf: vrfTable(common),
    tap: tapTable(common),
    tun: tunTable(common),
    wireguard: wireguardTable(common),
    modem: lostModem,
    'nm-device': lostProfile,
    'loose-vlan': looseVlan,
    ...openvswitch,
  },
  finish,
})
