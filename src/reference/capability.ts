import type { Spelling } from '../targets/context.ts'
import type { Value } from './leaf-bases.ts'
import type { SchemaLeaf } from './schema-leaves.ts'
import { type Outcome, spellings, tryValue } from './trial.ts'

/** A value that was tried, and what becomes of it. */
export interface Tried {
  readonly value: Value
  readonly outcome: Outcome
}

/** What becomes of a key's values, by target and version. */
export type Capability = ReadonlyMap<Spelling, readonly Tried[]>

/** Tries a key's examples and all words that it allows; a word that its surroundings forbid is passed over. */
export function capabilityOf({ path, key, examples, words }: SchemaLeaf): Capability {
  const values = [...new Map([...examples, ...words].map(value => [JSON.stringify(value), value])).values()]
  const trials = values.flatMap(value => {
    const outcomes = tryValue(path, value)
    return outcomes === undefined ? [] : [{ value, outcomes }]
  })
  if (trials.length === 0) throw new Error(`no value of ${key} is taken where it is tried`)
  return new Map(
    spellings.map(spelling => [
      spelling,
      trials.flatMap(({ value, outcomes }) => {
        const outcome = outcomes.get(spelling)
        return outcome === undefined ? [] : [{ value, outcome }]
      }),
    ]),
  )
}
