import { chown, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { TargetAnswer } from '../src/index.ts'

/** The number of a group of this machine. */
async function groupNumber(name: string): Promise<number> {
  const [, digits] = new RegExp(`^${name}:[^:]*:(\\d+):`, 'm').exec(await readFile('/etc/group', 'utf8')) ?? []
  if (digits === undefined) throw new Error(`no group ${name}`)
  return Number(digits)
}

/** Writes an answer's files, with their modes and groups, and its links below `root`. */
export async function writeAnswer(answer: TargetAnswer | undefined, root: string): Promise<void> {
  const place = async (path: string): Promise<string> => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    return join(root, path)
  }
  await mkdir(root, { recursive: true })
  for (const { path, content, mode, group } of answer?.files ?? []) {
    const file = await place(path)
    await writeFile(file, content, { mode: Number.parseInt(mode, 8) })
    if (group !== 'root') await chown(file, 0, await groupNumber(group))
  }
  for (const { path, to } of answer?.links ?? []) await symlink(to, await place(path))
}
