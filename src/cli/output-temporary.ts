import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** So much of the name that the whole is short enough for every file system. */
const start = (file: string): string => `.${basename(file).slice(0, 40)}.`

/** A name beside a file that is being written: it says of which file, and who writes. */
export const besideOutput = (file: string): string => join(dirname(file), `${start(file)}${process.pid}.${randomUUID()}.netglot-new`)

const rest = /^(\d+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.netglot-new$/

/** Removes what runs have left that were killed while they wrote the file. Of one that still runs it stays. */
export function removeLeftBeside(file: string): void {
  for (const name of namesBeside(file)) {
    if (!name.startsWith(start(file))) continue
    const [, writer] = rest.exec(name.slice(start(file).length)) ?? []
    if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(dirname(file), name), { force: true })
  }
}

/** A folder may be one that takes files and shows none. */
const namesBeside = (file: string): readonly string[] => {
  try {
    return readdirSync(dirname(file))
  } catch {
    return []
  }
}

/** kill(2): without a signal it only looks. A process of another user may not be sent one, and is there. */
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
