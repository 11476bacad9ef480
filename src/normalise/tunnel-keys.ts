import type { TunnelDescription } from '../description/schema/index.ts'
import { Leaf } from '../model/leaf.ts'
import { Place } from './place.ts'
import type { Scope } from './scope.ts'
import { otherSpelling } from './spellings.ts'

type KeyMapping = Exclude<NonNullable<TunnelDescription['key']>, string>

/** The keys of a tunnel, as they are written: one for all, or a mapping of them. */
export interface WrittenKeys {
  readonly one: Leaf<string> | undefined
  readonly each: Place<KeyMapping>
}

export function writtenKeys(d: Place<TunnelDescription>, scope: Scope): WrittenKeys {
  const leaf = otherSpelling(d, 'key', 'keys', scope)
  const [path] = leaf?.origins ?? []
  if (leaf === undefined || path === undefined) return { one: undefined, each: new Place({}, d.at('key')) }
  const { value } = leaf
  return typeof value === 'string'
    ? { one: new Leaf(value, leaf.origins), each: new Place({}, path) }
    : { one: undefined, each: new Place(value, path) }
}
