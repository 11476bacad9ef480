import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { missingFolders, statsOf } from './safe-path.ts'

/** Makes a folder and those above it that are missing. Of a read-only disk Node's own way (`recursive`) says that there is no such file. */
export function makeFolder(folder: string, mode = 0o777): void {
  for (const missing of missingFolders(join(folder, 'file')))
    try {
      mkdirSync(missing, { mode })
    } catch (error) {
      // Another run has made it meanwhile.
      if (!statsOf(missing)?.isDirectory()) throw error
    }
}
