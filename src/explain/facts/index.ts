import { deviceFacts } from './device.ts'
import type { Fact } from './fact.ts'
import { kindFacts } from './kinds.ts'

/** What is to be known of a key, `bridges.*.parameters.stp`; undefined where the schema says it all. */
export const factOf = (key: string): Fact | undefined => kindFacts[key] ?? deviceFacts[key.replace(/^[^.]+\.\*\./, '')]

/** The keys that there is something to know of, for the tests: those of one kind whole, the others from the device's name on. */
export const factKeys: readonly string[] = [...Object.keys(kindFacts), ...Object.keys(deviceFacts)]
