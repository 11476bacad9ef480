import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { statsOf } from '../safe-path.ts'
import { type Content, writeNew } from './durable.ts'
import { linkOrCopy } from './second-name.ts'
import { beside } from './temporary.ts'

/**
 * Gives a file its name in one step, over what has it now. Until then it lies in the top folder, where nothing reads it and the next run finds it if this
 * one is killed. `backup`: what else the old one is called from now on.
 */
export function putFile(top: string, file: string, content: Content, { backup }: { backup: string | undefined }): void {
  const temporary = beside(join(top, 'new'), 'new')
  try {
    writeNew(temporary, content)
    if (backup !== undefined && statsOf(backup) === undefined) linkOrCopy(file, backup)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
