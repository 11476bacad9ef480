import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'

/** A name beside a file that nothing else has and, for its dot and its ending, no program reads. */
export const beside = (file: string, what: 'new' | 'old'): string => join(dirname(file), `.${unique()}.netglot-${what}`)

/** The first part is of this run alone, the last part counts. */
const unique = (): string => {
  run ??= randomUUID().replace(/[^-]*$/, '')
  return `${run}${(++count).toString(16).padStart(12, '0')}`
}

let run: string | undefined
let count = 0

const pattern = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.netglot-(?:new|old)$/

/** Whether a run has made the name for its time, and was killed if it is still there. */
export const isTemporary = (name: string): boolean => pattern.test(name)
