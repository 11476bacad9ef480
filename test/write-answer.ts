import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { TargetAnswer } from '../src/index.ts'

/** Writes an answer's files, with their modes, and its links below `root`. */
export async function writeAnswer(answer: TargetAnswer | undefined, root: string): Promise<void> {
  const place = async (path: string): Promise<string> => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    return join(root, path)
  }
  await mkdir(root, { recursive: true })
  for (const { path, content, mode } of answer?.files ?? []) await writeFile(await place(path), content, { mode: Number.parseInt(mode, 8) })
  for (const { path, to } of answer?.links ?? []) await symlink(to, await place(path))
}
