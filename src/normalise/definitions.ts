import type { Description } from '../description/schema/index.ts'
import type { Report } from '../diagnostics/report.ts'
import { Leaf } from '../model/leaf.ts'
import { type LinkKind, type Renderer, sections } from '../model/network.ts'
import { Place } from './place.ts'

/** One definition with its id and the renderer that holds for it. */
export interface Definition<D extends object> {
  readonly id: string
  readonly place: Place<D>
  readonly renderer: Leaf<Renderer> | undefined
}

export type DeviceType = (typeof sections)[LinkKind]
/** In the order in which links are made where nothing else decides. */
export const deviceTypes: readonly DeviceType[] = [...new Set(Object.values(sections))]

type Of<T extends DeviceType> = Exclude<NonNullable<Description[T]>[string], Renderer | undefined>

/** The definitions of a device type. */
export function definitions<T extends DeviceType>(d: Description, type: T): readonly Definition<Of<T> & object>[] {
  if (d[type] === undefined) return []
  const shared = typeRenderer(d, type)
  return entriesOf(d, type).map(([id, value]) => {
    const place = new Place(value as Of<T> & { renderer?: Renderer | undefined }, [type, id])
    return { id, place, renderer: place.leaf('renderer') ?? shared }
  })
}

/** The renderer that stands beside the definitions of a type. */
export const typeRenderer = (d: Description, type: DeviceType): Leaf<Renderer> | undefined => {
  const renderer = d[type]?.renderer
  return typeof renderer === 'string' ? new Leaf(renderer, [[type, 'renderer']]) : undefined
}

const entriesOf = (d: Description, type: DeviceType): readonly (readonly [string, unknown])[] =>
  d[type] === undefined ? [] : Object.entries(d[type]).filter(([key, value]) => key !== 'renderer' && value !== undefined)

/** An id stands for one device, whatever its type. */
export function refuseTwice(d: Description, report: Report): void {
  const seen = new Map<string, string>()
  for (const type of deviceTypes)
    for (const [id] of entriesOf(d, type)) {
      const first = seen.get(id)
      if (first !== undefined) report.add('defined-twice', { id, first }, { place: { path: [type, id], key: true } })
      seen.set(id, first ?? type)
    }
}
