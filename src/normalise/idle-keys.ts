import { common } from '../description/schema/common.ts'
import { Leaf, type Path } from '../model/leaf.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** Says of all keys that neither every device has nor this one that they change nothing. */
export const idleKeys = (place: Place<object>, own: readonly string[], why: string, scope: Scope): void =>
  idleBut(place, [...Object.keys(common), ...own], why, scope)

/** Says of all keys but these that they change nothing. */
export function idleBut(place: Place<object>, own: readonly string[], why: string, scope: Scope): void {
  for (const [key, value] of Object.entries(place.value))
    if (!own.includes(key)) for (const path of pathsIn(value, place.at(key))) scope.noEffect(new Leaf(undefined, [path]), why)
}

/** The places of all values; an empty list or mapping is one itself. */
const pathsIn = (value: unknown, path: Path): readonly Path[] => {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((item, i) => pathsIn(item, [...path, i]))
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) && !isRead(value) ? Object.entries(value) : []
  return entries.length > 0 ? entries.flatMap(([key, below]) => pathsIn(below, [...path, key])) : [path]
}

/** Whether it is what one text says: an address, or an endpoint. */
const isRead = (value: object): boolean => 'family' in value || 'host' in value
