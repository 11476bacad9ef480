import type { Common, Description } from '../description/schema/index.ts'
import type { Renderer } from '../model/network.ts'
import { type Definition, type DeviceType, definitions, deviceTypes } from './definitions.ts'
import type { Place } from './place.ts'

/** What definitions of any type have in common, for looking into those that another one refers to. */
interface Referred {
  readonly macaddress?: string | undefined
  readonly match?: { readonly macaddress?: string | undefined } | undefined
  readonly interfaces?: readonly string[] | undefined
}

/** What a device says of itself as the port of a bridge. */
export type PortDescription = Pick<Common, 'hairpin' | 'neigh-suppress' | 'port-mac-learning' | 'port-isolated'>

type AnyDefinition = Definition<Referred> & { readonly type: DeviceType }

/** All definitions by their ids, for what refers to another one, which may stand anywhere in the description. */
export class References {
  private readonly byId: ReadonlyMap<string, AnyDefinition>
  private readonly renderer: Renderer

  constructor(d: Description) {
    const all = deviceTypes.flatMap(type =>
      definitions(d, type).map(definition => [definition.id, { ...(definition as unknown as Definition<Referred>), type }] as const),
    )
    this.byId = new Map(all)
    this.renderer = d.renderer ?? 'networkd'
  }

  get ids(): readonly string[] {
    return [...this.byId.keys()]
  }

  typeOf(id: string): DeviceType | undefined {
    return this.byId.get(id)?.type
  }

  /** What netplan has configure the device. */
  rendererOf(id: string): Renderer {
    if (this.typeOf(id) === 'nm-devices') return 'NetworkManager'
    return this.byId.get(id)?.renderer?.value ?? this.renderer
  }

  /** The MAC that the device shall have, else the one that it is found by. */
  macOf(id: string): string | undefined {
    const referred = this.byId.get(id)?.place.value
    return referred?.macaddress ?? referred?.match?.macaddress
  }

  /** What the definition says of its device as the port of a bridge. */
  asPort(id: string): Place<PortDescription> | undefined {
    return this.byId.get(id)?.place as unknown as Place<PortDescription> | undefined
  }

  /** The ids of the definitions that the device is made on: the ports of a bridge. */
  lowerOf(id: string): readonly string[] {
    return this.byId.get(id)?.place.value.interfaces ?? []
  }

  /** Whether a NIC or a radio carries the device, at whatever depth; a circle of references has none. */
  standsOnNic(id: string, above: readonly string[] = []): boolean {
    const type = this.typeOf(id)
    if (type === 'ethernets' || type === 'wifis' || type === 'modems') return true
    return this.lowerOf(id).some(lower => !above.includes(lower) && this.standsOnNic(lower, [...above, id]))
  }
}
