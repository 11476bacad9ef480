import { kiwi } from './kiwi.ts'
import { mkosi } from './mkosi.ts'

/** The formats that are folders. */
export const trees = [mkosi, kiwi] as const
