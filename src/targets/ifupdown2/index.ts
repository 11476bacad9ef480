import { globalsWithOvs } from '../globals.ts'
import { debianDialect } from '../interfaces/dialect.ts'
import { type Docs, openDocs, type Root, startRoot } from '../interfaces/documents.ts'
import { ipvlanTable } from '../interfaces/ipvlan.ts'
import { commands } from '../interfaces/keys.ts'
import { macvlanTable, macvtapTable } from '../interfaces/macvlan.ts'
import { ovsTables } from '../interfaces/openvswitch.ts'
import { below } from '../interfaces/parent.ts'
import { vethTable } from '../interfaces/veth.ts'
import { looseVlan } from '../loose-vlan.ts'
import { lostModem, lostProfile } from '../not-manager.ts'
import { withoutBridge } from '../openvswitch/globals.ts'
import { defineTarget } from '../walk.ts'
import { finish } from './finish.ts'
import { belowFirst } from './link/below-first.ts'
import { bond } from './link/bond.ts'
import { bridge } from './link/bridge.ts'
import { dummy } from './link/dummy.ts'
import { made } from './link/made.ts'
import { ethernet, wifi } from './link/physical.ts'
import { tunnel } from './link/tunnel.ts'
import { tap, tun } from './link/tuntap.ts'
import { vlan } from './link/vlan.ts'
import { vrf } from './link/vrf.ts'
import { vxlan } from './link/vxlan.ts'
import { wireguard } from './link/wireguard.ts'
import { plan } from './plan.ts'
import { harmlessComment, refuseChanged } from './refuse-changed.ts'

/** Cumulus Networks' ifupdown2: /etc/network/interfaces. */
export const ifupdown2 = defineTarget<Root, Docs>({
  id: 'ifupdown2',
  title: 'ifupdown2',
  versions: ['3.0'],
  about: 'ifupdown2: 3.0 in Debian 12',
  native: /^\/etc\/network\/interfaces$/,
  commands,
  start: startRoot({ ...debianDialect, late: new Set(['bridge']), guard: refuseChanged, comment: harmlessComment }),
  open: (link, context) => openDocs(link, plan(link), context),
  globals: globalsWithOvs('ifupdown2', withoutBridge),
  links: {
    ethernet,
    wifi,
    bond,
    bridge,
    dummy,
    veth: vethTable(made),
    vlan,
    macvlan: macvlanTable(made, below(belowFirst)),
    macvtap: macvtapTable(made, below(belowFirst)),
    ipvlan: ipvlanTable(made, below(belowFirst)),
    tunnel,
    vxlan,
    vrf,
    tap,
    tun,
    wireguard,
    modem: lostModem,
    'nm-device': lostProfile,
    'loose-vlan': looseVlan,
    ...ovsTables(made),
  },
  finish,
})
