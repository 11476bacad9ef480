// The processor time of commands, user and system together: a machine that others use as well makes their wall time worthless.
import { execFileSync } from 'node:child_process'

const quote = word => `'${word.replaceAll("'", "'\\''")}'`

/**
 * Milliseconds of processor time that one run of each command takes, children included: the least of some rounds. A command is what returns its words for
 * the number of a run: one that writes files gets a place of its own in each, since to write over files costs the kernel several times what new ones cost.
 */
export function cpuOf(commands, { rounds, runs }) {
  const least = commands.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++)
    for (const [i, command] of commands.entries())
      least[i] = Math.min(least[i], once(Array.from({ length: runs }, (_, run) => command(round * runs + run))))
  return least
}

/** bash tells the time of its children in milliseconds (bash(1), times). */
const once = runs => {
  const lines = runs.map(words => `${words.map(quote).join(' ')} >/dev/null 2>&1 </dev/null || exit 1`)
  const last =
    execFileSync('bash', { input: [...lines, 'times'].join('\n'), encoding: 'utf8' })
      .trim()
      .split('\n')
      .at(-1) ?? ''
  const [user, system] = [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
  return ((user + system) * 1000) / runs.length
}

/** Rows as a table of Markdown. */
export const table = ([head, ...rows]) => [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
