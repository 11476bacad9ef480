import { UsageError } from './outcome.ts'

/** The time of files in an archive: SOURCE_DATE_EPOCH (reproducible-builds.org), else 0. */
export function sourceDate(): number {
  const given = process.env.SOURCE_DATE_EPOCH ?? ''
  if (given === '') return 0
  if (!/^\d{1,12}$/.test(given)) throw new UsageError(`SOURCE_DATE_EPOCH is a number of seconds, and not ${given}`)
  return Number(given)
}
