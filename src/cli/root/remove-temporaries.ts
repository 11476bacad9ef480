import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { manifestFolder } from '../../formats/manifest-path.ts'
import { foldersOf } from '../left-over.ts'
import { below, namesIn } from '../safe-path.ts'
import type { Plan } from './plan.ts'
import { isTemporary } from './temporary.ts'

/** Removes what a run that was killed has left beside the files. */
export function removeTemporaries({ root, placed }: Pick<Plan, 'root' | 'placed'>): void {
  const folders = new Set([...foldersOf(root), manifestFolder, ...placed.map(({ wanted }) => dirname(wanted.path))])
  for (const folder of folders)
    for (const name of namesIn(root, folder).filter(isTemporary)) rmSync(below(root, `${folder}/${name}`), { force: true })
}
