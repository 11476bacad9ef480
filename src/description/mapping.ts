import * as z from 'zod/mini'

/** A mapping with these keys alone. They are made when a description has the mapping: to make all of them takes a fifth of a short run. */
export const mapping = <S extends z.core.$ZodShape>(keys: () => S) =>
  new z.ZodMiniObject({
    type: 'object',
    get shape(): S {
      const value = keys()
      Object.defineProperty(this, 'shape', { value })
      return value
    },
    catchall: z.never(),
  }) as z.ZodMiniObject<S, z.core.$strict>
