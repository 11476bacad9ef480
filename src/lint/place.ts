import type { Finding, Place } from '../diagnostics/diagnostic.ts'
import type { Leaf } from '../model/leaf.ts'

/** Where the description says a value; undefined for what it is silent about. */
export const placeOf = (leaf: Leaf<unknown> | undefined): Place | undefined => {
  const path = leaf?.origins[0]
  return path === undefined ? undefined : { path }
}

/** Points at a second place; nothing where the description is silent about it. */
export const relatedTo = (leaf: Leaf<unknown> | undefined, message: string): Finding['related'] => {
  const place = placeOf(leaf)
  return place === undefined ? [] : [{ message, place }]
}
