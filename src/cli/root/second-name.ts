import { constants, copyFileSync, linkSync } from 'node:fs'

/** Gives a file a second name. Some file systems have none, and the kernel may forbid those of others' files (proc_sys_fs(5), protected_hardlinks). */
export const linkOrCopy = (file: string, to: string): void => {
  try {
    linkSync(file, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EMLINK'))) throw error
    copyFileSync(file, to, constants.COPYFILE_EXCL)
  }
}
