import { Leaf } from './leaf.ts'

/** All leaves of the model, or of a part of it. */
export function* leavesOf(part: unknown): Generator<Leaf<unknown>> {
  if (part instanceof Leaf) yield part
  else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) yield* leavesOf(inner)
}
