import type { Description } from '../description/schema/index.ts'
import type { Report } from '../diagnostics/report.ts'
import { Leaf } from '../model/leaf.ts'
import { type Link, Network } from '../model/network.ts'
import { bond } from './bond.ts'
import { bridge } from './bridge.ts'
import { type DefinitionOf, Definitions, type DeviceType, refuseTwice, typeRenderer } from './definitions.ts'
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
  const definitions = new Definitions(d)
  refuseTwice(definitions, report)
  const references = new References(d, definitions, report)
  references.refuseCircles()
  const controllers = controllersOf(definitions, references, report)
  const scope = new Scope(report, references, controllers, vrfsOf(definitions, references, controllers, report))
  const links = inOrder(routesAtMembers(described(definitions, scope)))
  refuseSameInterface(links, report)
  refuseMacvlans(links, report)
  refuseFrameless(links, report)
  refuseVrfBelow(links, report)
  tellIdleRenderers(d, definitions, scope)
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

/** What is made of a definition of each type. A VLAN that is a filter in a NIC is no link. */
const makers: { readonly [T in DeviceType]: (definition: DefinitionOf<T>, scope: Scope) => Link | undefined } = {
  taps: (tap, scope) => tuntap('tap', tap, scope),
  tuns: (tun, scope) => tuntap('tun', tun, scope),
  ethernets: ethernet,
  wifis: wifi,
  modems: modem,
  'nm-devices': nmDevice,
  'dummy-devices': dummy,
  'virtual-ethernets': veth,
  bonds: (b, scope) => (scope.references.isOvs(b.id) ? ovsBond : bond)(b, scope),
  vlans: (v, scope) => (isFilter(v) ? undefined : (scope.references.isOvs(v.id) ? ovsVlan : vlan)(v, scope)),
  macvlans: macvlan,
  macvtaps: macvtap,
  ipvlans: ipvlan,
  tunnels: tunnel,
  vrfs: vrf,
  bridges: (b, scope) => (scope.references.isOvs(b.id) ? ovsBridge : bridge)(b, scope),
}

const types = Object.keys(makers) as DeviceType[]

/** The links in the order of the table. */
const described = (definitions: Definitions, scope: Scope): readonly Link[] => {
  for (const vlan of definitions.of('vlans')) if (isFilter(vlan)) checkFilter(vlan, scope)
  const links: Link[] = []
  for (const type of types) make(type, definitions, scope, links)
  return links
}

const make = <T extends DeviceType>(type: T, definitions: Definitions, scope: Scope, links: Link[]): void => {
  for (const definition of definitions.of(type)) {
    const link = makers[type](definition, scope)
    if (link !== undefined) links.push(link)
  }
}

/** A renderer beside definitions that are not there, or that each have their own. */
const tellIdleRenderers = (d: Description, definitions: Definitions, scope: Scope): void => {
  for (const type of definitions.types) {
    const shared = typeRenderer(d, type)
    if (shared === undefined) continue
    const idle = definitions.of(type).every(({ place }) => place.leaf('renderer') !== undefined)
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
