import type { Example } from '../protocol.ts'

/** What scripts/web.mjs puts in: the descriptions of fixtures/origin, by what their first comments say. */
declare const NETGLOT_EXAMPLES: readonly Example[]

/** Where a description may begin. */
export const examples = (): readonly Example[] => NETGLOT_EXAMPLES
