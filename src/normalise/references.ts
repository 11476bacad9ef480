import type { Common, Description, VlanDescription } from '../description/schema/index.ts'
import { suggest } from '../description/suggest.ts'
import type { Report } from '../diagnostics/report.ts'
import { Leaf } from '../model/leaf.ts'
import { carriedKinds, type OvsPatch, type Renderer, sections } from '../model/network.ts'
import type { Definition, Definitions, DeviceType } from './definitions.ts'
import { patchesOf } from './openvswitch.ts'
import type { Place } from './place.ts'
import { isFilter } from './sriov.ts'

/** What definitions of any type have in common, for looking into those that another one refers to. */
interface Referred {
  readonly macaddress?: Common['macaddress']
  readonly match?: { readonly macaddress?: string | undefined } | undefined
  readonly interfaces?: readonly string[] | undefined
  readonly link?: string | undefined
  readonly openvswitch?: object | undefined
  readonly parameters?: { readonly mode?: string | undefined } | undefined
  readonly peer?: string | undefined
}

/** What a device says of itself as the port of a bridge. */
export type PortDescription = Pick<Common, 'hairpin' | 'neigh-suppress' | 'port-mac-learning' | 'port-isolated'>

type AnyDefinition = Definition<Referred>

/** All definitions by their ids, for what refers to another one, which may stand anywhere in the description. */
export class References {
  private readonly byId = new Map<string, AnyDefinition>()
  private readonly renderer: Renderer
  private readonly report: Report
  private readonly patches: ReadonlyMap<string, OvsPatch>
  /** Whether the machine can prove to a controller of Open vSwitch who it is. */
  readonly hasOvsSsl: boolean

  constructor(d: Description, definitions: Definitions, report: Report) {
    this.report = report
    for (const type of definitions.types) for (const one of definitions.of(type)) this.byId.set(one.id, one as unknown as AnyDefinition)
    this.renderer = d.renderer ?? 'networkd'
    this.patches = patchesOf(d, this.byId, report)
    const { 'ca-cert': ca, certificate, 'private-key': key } = d.openvswitch?.ssl ?? {}
    this.hasOvsSsl = ca !== undefined && certificate !== undefined && key !== undefined
  }

  get ids(): readonly string[] {
    return [...this.byId.keys()]
  }

  typeOf(id: string): DeviceType | undefined {
    return this.byId.get(id)?.type
  }

  /** The patch port of that name. */
  patchOf(name: string): OvsPatch | undefined {
    return this.patches.get(name)
  }

  /** Whether Open vSwitch makes the device, as netplan decides it (its src/parse.c): it is said so, or has part in what Open vSwitch makes. */
  isOvs(id: string, above: readonly string[] = []): boolean {
    const definition = this.byId.get(id)
    if (definition === undefined || !ovsTypes.has(definition.type) || above.includes(id)) return false
    const { openvswitch, interfaces = [], link, parameters } = definition.place.value
    const partOf = (part: string): boolean => this.patches.has(part) || this.isOvs(part, [...above, id])
    if (definition.type === 'vlans') return link !== undefined && this.isOvs(link, [...above, id])
    if (definition.type === 'bonds' && /^balance-(tcp|slb)$/.test(parameters?.mode ?? '')) return true
    return openvswitch !== undefined || interfaces.some(partOf)
  }

  /** What netplan has configure the device. */
  rendererOf(id: string): Renderer {
    if (this.typeOf(id) === 'nm-devices') return 'NetworkManager'
    return this.byId.get(id)?.renderer?.value ?? this.renderer
  }

  /** The MAC that the device shall have, else its permanent one, which it is found by. */
  macOf(id: string): string | undefined {
    const { macaddress, match } = this.byId.get(id)?.place.value ?? {}
    return typeof macaddress === 'string' ? macaddress : match?.macaddress
  }

  /** What the definition says of its device as the port of a bridge. */
  asPort(id: string): Place<PortDescription> | undefined {
    return this.byId.get(id)?.place as unknown as Place<PortDescription> | undefined
  }

  /** The definition that `link` names: what the device is made on. */
  parent(place: Place<{ readonly link: string }>): Leaf<string> {
    const leaf = place.required('link')
    this.refuseUndefined(leaf)
    this.refuseFilter(leaf)
    return leaf
  }

  /** Reports a `link`, or another reference, that leads nowhere. */
  refuseUndefined(leaf: Leaf<string>, key = 'link'): void {
    if (this.byId.has(leaf.value)) return
    const params = { key, id: leaf.value, suggestion: suggest(leaf.value, this.ids) }
    const [path = []] = leaf.origins
    this.report.add('undefined-reference', params, { place: { path } })
  }

  /** Reports a reference to what is a filter in a NIC, and no device. */
  refuseFilter(leaf: Leaf<string>): void {
    const [path = []] = leaf.origins
    const vlan = this.byId.get(leaf.value)
    if (vlan?.type === 'vlans' && isFilter(vlan as unknown as Definition<VlanDescription>))
      this.report.add('filter-is-no-device', { id: leaf.value }, { place: { path } })
  }

  /** The virtual functions of a NIC, as they name it. */
  functionsOf(id: string): readonly Leaf<string>[] {
    const found: Leaf<string>[] = []
    for (const { type, place } of this.byId.values())
      if (type === 'ethernets' && place.value.link === id) found.push(new Leaf(id, [place.at('link')]))
    return found
  }

  /** Whether the NIC is a virtual function. */
  isFunction(id: string): boolean {
    const definition = this.byId.get(id)
    return definition?.type === 'ethernets' && definition.place.value.link !== undefined
  }

  /** The VLANs that the NIC filters for a virtual function. */
  filtersOn(id: string): readonly Definition<VlanDescription>[] {
    return [...this.byId.values()]
      .filter(({ type }) => type === 'vlans')
      .map(vlan => vlan as unknown as Definition<VlanDescription>)
      .filter(vlan => isFilter(vlan) && vlan.place.value.link === id)
  }

  /** The id of the other end of a pair, which has to be there. */
  peer(place: Place<{ readonly peer: string }>): Leaf<string> {
    const leaf = place.required('peer')
    this.refuseUndefined(leaf, 'peer')
    return leaf
  }

  /** What an end of a pair says of the other one. */
  peerOf(id: string): string | undefined {
    return this.byId.get(id)?.place.value.peer
  }

  /** The ids of the definitions that the device is made on: the ports of a bridge, what a VLAN is on. */
  lowerOf(id: string): readonly string[] {
    const { interfaces = [], link } = this.byId.get(id)?.place.value ?? {}
    return link === undefined || this.typeOf(id) === 'nm-devices' ? interfaces : [...interfaces, link]
  }

  /** Whether the device has a carrier when its cable is in, as the model's `lacksCarrier` sees it; a circle of references has none. */
  hasCarrier(id: string, above: readonly string[] = []): boolean {
    const type = this.typeOf(id)
    if (type === undefined || type === 'taps' || type === 'tuns') return false
    if (!carried.has(type)) return true
    return this.lowerOf(id).some(lower => !above.includes(lower) && this.hasCarrier(lower, [...above, id]))
  }

  /** Reports devices that are made on each other in a circle. */
  refuseCircles(): void {
    const clear = new Set<string>()
    const visit = (id: string, above: readonly string[]): void => {
      if (clear.has(id)) return
      clear.add(id)
      const lowers = this.lowerOf(id)
      if (lowers.length === 0) return
      const chain = [...above, id]
      for (const lower of lowers) {
        const start = chain.indexOf(lower)
        if (start < 0) visit(lower, chain)
        else this.tellCircle(chain.slice(start))
      }
    }
    for (const id of this.ids) visit(id, [])
  }

  private tellCircle(circle: readonly string[]): void {
    const [first = ''] = circle
    const related = circle
      .slice(1)
      .map(id => ({ message: `${id} is made on another one of them here`, place: { path: this.pathOf(id), key: true as const } }))
    this.report.add('circle', { circle: [...circle, first].join(' on ') }, { place: { path: this.pathOf(first), key: true }, related })
  }

  private pathOf(id: string): readonly string[] {
    return [this.typeOf(id) ?? '', id]
  }
}

/** The types of which Open vSwitch has some. */
const ovsTypes: ReadonlySet<DeviceType> = new Set(['vlans', 'bonds', 'bridges'])

const carried: ReadonlySet<DeviceType> = new Set(carriedKinds.map(kind => sections[kind]))
