import { distributions } from '../../targets/distributions/index.ts'
import { targets } from '../../targets/index.ts'

/** All that can stand after -t. */
const names = (): string[] => [
  'all',
  ...Object.values(targets).flatMap(({ id, versions }) => [id, ...versions.map(version => `${id}@${version}`)]),
  'auto',
  ...Object.keys(distributions),
]

/** Completes the names of targets after -t, in a list too, and all else as yargs does. */
export function completeTarget(current: string, _given: unknown, others: () => void, done: (words: string[]) => void): void {
  const option = process.argv.at(-2)
  const before = current.slice(0, current.lastIndexOf(',') + 1)
  if (option === '-t' || option === '--target') done(names().map(name => before + name))
  else others()
}
