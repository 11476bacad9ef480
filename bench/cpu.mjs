// The processor time of commands, user and system together: a machine that others use as well makes their wall time worthless.
import { execFileSync } from 'node:child_process'

const quote = word => `'${word.replaceAll("'", "'\\''")}'`

/** Milliseconds of processor time that one run of the command takes, children included: the least of some rounds. */
export function cpuOf(commands, { rounds, runs }) {
  const least = commands.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++) for (const [i, argv] of commands.entries()) least[i] = Math.min(least[i], once(argv, runs))
  return least
}

/** bash tells the time of its children in milliseconds (bash(1), times). */
const once = (argv, runs) => {
  const command = `${argv.map(quote).join(' ')} >/dev/null 2>&1 </dev/null || exit 1`
  const script = `for ((i = 0; i < ${runs}; i++)); do ${command}; done; times`
  const last = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? ''
  const [user, system] = [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
  return ((user + system) * 1000) / runs
}

/** Rows as a table of Markdown. */
export const table = ([head, ...rows]) => [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
