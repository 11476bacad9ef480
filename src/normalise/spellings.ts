import type { Leaf } from '../model/leaf.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** A key that netplan takes in two spellings. Of two values netplan takes the one that is read last; here they are refused. */
export function otherSpelling<T extends object, K extends keyof T & string, O extends keyof T & string>(
  d: Place<T>,
  key: K,
  other: O,
  scope: Scope,
): Leaf<NonNullable<T[K] | T[O]>> | undefined {
  const [leaf, second] = [d.leaf(key), d.leaf(other)]
  if (leaf !== undefined && second !== undefined) compare(leaf, second, { key, other }, scope)
  return leaf ?? second
}

const compare = (leaf: Leaf<unknown>, second: Leaf<unknown>, names: { key: string; other: string }, scope: Scope): void => {
  const [first, path] = [leaf.origins[0], second.origins[0]]
  if (JSON.stringify(leaf.value) === JSON.stringify(second.value)) scope.noEffect(second, `${names.key}, its other spelling, says the same`)
  else if (first !== undefined && path !== undefined)
    scope.report.add('two-spellings', names, {
      place: { path },
      related: [{ message: `\`${names.key}\` is here`, place: { path: first } }],
    })
}
