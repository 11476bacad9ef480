import { Leaf } from './leaf.ts'

/** All leaves of the model, or of a part of it. */
export function leavesOf(part: unknown): readonly Leaf<unknown>[] {
  const found: Leaf<unknown>[] = []
  collect(part, found)
  return found
}

const collect = (part: unknown, found: Leaf<unknown>[]): void => {
  if (part instanceof Leaf) found.push(part)
  else if (typeof part === 'object' && part !== null) for (const key of Object.keys(part)) collect(part[key as keyof typeof part], found)
}
