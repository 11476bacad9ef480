import type { Leaf } from '../model/leaf.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** A key that netplan takes in two spellings; where both are there, the first counts. */
export function otherSpelling<T extends object, K extends keyof T & string, O extends keyof T & string>(
  d: Place<T>,
  key: K,
  other: O,
  scope: Scope,
): Leaf<NonNullable<T[K] | T[O]>> | undefined {
  const [leaf, second] = [d.leaf(key), d.leaf(other)]
  if (leaf !== undefined && second !== undefined) scope.noEffect(second, `${key}, its other spelling, is there too`)
  return leaf ?? second
}
