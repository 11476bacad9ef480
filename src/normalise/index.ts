import type { Description } from '../description/schema/index.ts'
import type { Report } from '../diagnostics/report.ts'
import { Leaf } from '../model/leaf.ts'
import { type Link, Network } from '../model/network.ts'
import { bond } from './bond.ts'
import { bridge } from './bridge.ts'
import { definitions, deviceTypes, refuseTwice, typeRenderer } from './definitions.ts'
import { dummy } from './dummy.ts'
import { refuseFrameless } from './frameless.ts'
import { ipvlan } from './ipvlan.ts'
import { macvlan, macvtap } from './macvlan.ts'
import { modem } from './modem.ts'
import { nmDevice } from './nm-device.ts'
import { ovsBond, ovsBridge, ovsGlobals, ovsVlan } from './openvswitch.ts'
import { inOrder } from './order.ts'
import { ethernet } from './physical.ts'
import { controllersOf } from './ports.ts'
import { References } from './references.ts'
import { refuseMacvlans } from './refuse-macvlans.ts'
import { refuseVrfBelow } from './refuse-vrf-below.ts'
import { Scope } from './scope.ts'
import { checkFilter, isFilter } from './sriov.ts'
import { tunnel } from './tunnel.ts'
import { tuntap } from './tuntap.ts'
import { veth } from './veth.ts'
import { vlan } from './vlan.ts'
import { vrf } from './vrf.ts'
import { vrfsOf } from './vrf-members.ts'
import { routesAtMembers } from './vrf-routes.ts'
import { wifi } from './wifi.ts'

/**
 * The network that a checked description means. Definitions that don't fit together are reported; the network is then not to be rendered.
 * Links come in the order in which they can be made; where that is open TAPs and TUNs, NICs, Wi-Fi, modems, profiles, dummies, veths, bonds,
 * VLANs, macvlans, macvtaps, ipvlans, tunnels, VRFs, bridges, each as described.
 */
export function normalise(d: Description, report: Report): Network {
  refuseTwice(d, report)
  const references = new References(d, report)
  references.refuseCircles()
  const controllers = controllersOf(d, references, report)
  const scope = new Scope(report, references, controllers, vrfsOf(d, references, controllers, report))
  const vlans = definitions(d, 'vlans')
  const isOvs = ({ id }: { readonly id: string }): boolean => references.isOvs(id)
  for (const filter of vlans.filter(isFilter)) checkFilter(filter, scope)
  const described = [
    ...definitions(d, 'taps').map(tap => tuntap('tap', tap, scope)),
    ...definitions(d, 'tuns').map(tun => tuntap('tun', tun, scope)),
    ...definitions(d, 'ethernets').map(nic => ethernet(nic, scope)),
    ...definitions(d, 'wifis').map(radio => wifi(radio, scope)),
    ...definitions(d, 'modems').map(m => modem(m, scope)),
    ...definitions(d, 'nm-devices').map(profile => nmDevice(profile, scope)),
    ...definitions(d, 'dummy-devices').map(device => dummy(device, scope)),
    ...definitions(d, 'virtual-ethernets').map(end => veth(end, scope)),
    ...definitions(d, 'bonds').map(b => (isOvs(b) ? ovsBond(b, scope) : bond(b, scope))),
    ...vlans.filter(v => !isFilter(v)).map(v => (isOvs(v) ? ovsVlan(v, scope) : vlan(v, scope))),
    ...definitions(d, 'macvlans').map(m => macvlan(m, scope)),
    ...definitions(d, 'macvtaps').map(m => macvtap(m, scope)),
    ...definitions(d, 'ipvlans').map(i => ipvlan(i, scope)),
    ...definitions(d, 'tunnels').map(t => tunnel(t, scope)),
    ...definitions(d, 'vrfs').map(v => vrf(v, scope)),
    ...definitions(d, 'bridges').map(b => (isOvs(b) ? ovsBridge(b, scope) : bridge(b, scope))),
  ]
  const links = inOrder(routesAtMembers(described))
  refuseSameInterface(links, report)
  refuseMacvlans(links, report)
  refuseFrameless(links, report)
  refuseVrfBelow(links, report)
  tellIdleRenderers(d, scope)
  return new Network({
    globals: {
      version: d.version === undefined ? undefined : new Leaf(d.version, [['version']]),
      renderer: d.renderer === undefined ? undefined : new Leaf(d.renderer, [['renderer']]),
      ovs: ovsGlobals(d, scope),
    },
    links,
    noEffect: scope.idle,
  })
}

/** A renderer beside definitions that are not there, or that each have their own. */
const tellIdleRenderers = (d: Description, scope: Scope): void => {
  for (const type of deviceTypes) {
    const shared = typeRenderer(d, type)
    if (shared === undefined) continue
    const idle = definitions(d, type).every(({ place }) => place.leaf('renderer') !== undefined)
    if (idle) scope.noEffect(shared, 'no definition beside it goes by it')
  }
}

const refuseSameInterface = (links: readonly Link[], report: Report): void => {
  const seen = new Map<string, Link>()
  for (const link of links) {
    const name = link.interface?.value
    const path = link.interface?.origins[0]
    if (name === undefined || path === undefined) continue
    const first = seen.get(name)
    const radios = first?.kind === 'wifi' && link.kind === 'wifi'
    if (first !== undefined) report.add('same-interface', { name, first: first.id, radios }, { place: { path, key: true } })
    seen.set(name, first ?? link)
  }
}
