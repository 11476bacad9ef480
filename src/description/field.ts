import * as z from 'zod/mini'

/** What people and editors are told about a key. */
export interface FieldMeta {
  readonly description: string
  /** At least two for a value of its own, so that the tests can change it; written as in YAML. */
  readonly examples: readonly unknown[]
  /** What silence means, where a value or a few words tell it; docs/meaning.md has the rest. */
  readonly default?: string
  /** What a number counts. */
  readonly unit?: string
  /** The release of netplan that brought it, or `netglot` for a key of our own. */
  readonly since?: string
  /** Its value is never shown. */
  readonly secret?: boolean
}

export const fieldMeta = z.registry<FieldMeta>()

/** An optional key of a mapping, with its description and examples. */
export function field<S extends z.ZodMiniType>(
  schema: S,
  description: string,
  examples: readonly unknown[],
  more: Omit<FieldMeta, 'description' | 'examples'> = {},
) {
  const optional = z.optional(schema)
  fieldMeta.add(optional, { description, examples, ...more })
  return optional
}

/** A key that has to be there. */
export function required<S extends z.ZodMiniType>(
  schema: S,
  description: string,
  examples: readonly unknown[],
  more: Omit<FieldMeta, 'description' | 'examples'> = {},
) {
  // A schema of its own: the same scalar may be another key's too.
  const needed = z.nonoptional(schema)
  fieldMeta.add(needed, { description, examples, ...more })
  return needed
}
