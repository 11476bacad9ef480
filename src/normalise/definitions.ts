import type { Description } from '../description/schema/index.ts'
import type { Report } from '../diagnostics/report.ts'
import { Leaf } from '../model/leaf.ts'
import { type LinkKind, type Renderer, sections } from '../model/network.ts'
import { Place } from './place.ts'

/** One definition with its id and the renderer that holds for it. */
export interface Definition<D extends object> {
  readonly id: string
  readonly type: DeviceType
  readonly place: Place<D>
  readonly renderer: Leaf<Renderer> | undefined
}

export type DeviceType = (typeof sections)[LinkKind]
/** In the order in which links are made where nothing else decides. */
export const deviceTypes: readonly DeviceType[] = [...new Set(Object.values(sections))]

type Of<T extends DeviceType> = Exclude<NonNullable<Description[T]>[string], Renderer | undefined>
export type DefinitionOf<T extends DeviceType> = Definition<Of<T> & object>

/** The definitions of a description, by their types. */
export class Definitions {
  private readonly byType = new Map<DeviceType, readonly Definition<never>[]>()

  constructor(d: Description) {
    for (const type of deviceTypes) {
      const section: Readonly<Record<string, unknown>> | undefined = d[type]
      if (section !== undefined) this.byType.set(type, definitionsIn(section, type, typeRenderer(d, type)))
    }
  }

  /** Those of a device type. */
  of<T extends DeviceType>(type: T): readonly DefinitionOf<T>[] {
    return (this.byType.get(type) ?? none) as readonly DefinitionOf<T>[]
  }

  /** The types that there are some of. */
  get types(): Iterable<DeviceType> {
    return this.byType.keys()
  }
}

const none: readonly Definition<never>[] = []

const definitionsIn = (
  section: Readonly<Record<string, unknown>>,
  type: DeviceType,
  shared: Leaf<Renderer> | undefined,
): readonly Definition<never>[] => {
  const found: Definition<never>[] = []
  for (const id of Object.keys(section)) {
    const value = section[id]
    if (id === 'renderer' || value === undefined) continue
    const place = new Place(value as { readonly renderer?: Renderer | undefined }, [type, id])
    found.push({ id, type, place: place as Place<never>, renderer: place.leaf('renderer') ?? shared })
  }
  return found
}

/** The renderer that stands beside the definitions of a type. */
export const typeRenderer = (d: Description, type: DeviceType): Leaf<Renderer> | undefined => {
  const renderer = d[type]?.renderer
  return typeof renderer === 'string' ? new Leaf(renderer, [[type, 'renderer']]) : undefined
}

/** An id stands for one device, whatever its type. */
export function refuseTwice(all: Definitions, report: Report): void {
  const seen = new Map<string, string>()
  for (const type of all.types)
    for (const { id } of all.of(type)) {
      const first = seen.get(id)
      if (first !== undefined) report.add('defined-twice', { id, first }, { place: { path: [type, id], key: true } })
      else seen.set(id, type)
    }
}
