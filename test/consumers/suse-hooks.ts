import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import type { Variable } from './suse-sysconfig.ts'

const hook = /^(?:PRE|POST)_(?:UP|DOWN)_SCRIPT$/

async function judgeScript(root: string, entry: string): Promise<readonly string[]> {
  const path = /^compat:suse:([A-Za-z0-9_.-]+)$/.exec(entry)?.[1]
  if (path === undefined) return [`hook ${entry}: unable to qualify, wicked drops it`]
  const script = join(root, 'etc/sysconfig/network/scripts', path)
  const found = await stat(script).catch(() => undefined)
  if (found === undefined) return [`hook ${entry} is missing, which wicked passes over`]
  if ((found.mode & 0o111) !== 0o111) return [`hook ${entry} may not be executed, so wicked passes over it`]
  return (await runProgram('sh', ['-n', script])).lines
}

/** The hook scripts a file names: each has to be there, executable, and readable by the shell. */
export async function judgeHooks(root: string, variables: readonly Variable[]): Promise<readonly string[]> {
  const entries = variables.filter(variable => hook.test(variable.name)).flatMap(variable => variable.value.split(/\s+/))
  return (await Promise.all([...new Set(entries)].map(entry => judgeScript(root, entry)))).flat()
}
