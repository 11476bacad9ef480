import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { shellSyntax } from './interfaces-hooks.ts'
import { runProgram } from './run-program.ts'

/** A script that others may write, or nobody may run, is passed over (NetworkManager's nm-dispatcher.c, check_permissions); one for a device has to leave others alone. */
async function judgeScript(path: string, name: string): Promise<readonly string[]> {
  const { mode } = await stat(path)
  const refused = (mode & 0o777) === 0o755 ? [] : [`${name}: the dispatcher passes over mode ${(mode & 0o777).toString(8)}`]
  const syntax = await shellSyntax(name, path)
  const { lines, status } = await runProgram('env', ['-i', 'dash', path, 'another', 'pre-up'])
  return [...refused, ...syntax, ...(lines.length === 0 && status === 0 ? [] : [`${name} acts on another device: ${lines.join(' ')}`])]
}

/** The shell that runs the scripts of NetworkManager's dispatcher. */
export const consumers: readonly Consumer[] = [
  {
    target: '*',
    title: 'dash, as NetworkManager’s dispatcher runs it',
    reads: /\/dispatcher\.d\/pre-up\.d\//,
    judge: async root => {
      const folder = join(root, 'etc/NetworkManager/dispatcher.d/pre-up.d')
      const names = await readdir(folder).catch(() => [])
      return (await Promise.all(names.map(name => judgeScript(join(folder, name), name)))).flat()
    },
  },
]
