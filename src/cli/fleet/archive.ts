import { closeSync, fchmodSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tarEnd } from '../../formats/tar.ts'
import { atPlace } from '../at-place.ts'
import { toStdout } from '../emit.ts'
import { besideOutput, removeLeftBeside } from '../output-temporary.ts'

/** Where an archive goes, piece by piece. */
export interface Archive {
  readonly add: (members: Uint8Array) => void
  /** `secret`: whether nobody else may read it. */
  readonly end: (secret: boolean) => void
  readonly abandon: () => void
}

/** By which a run is told to end: it may have written a great part of the archive. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** An archive in a file, which has its name only when it is whole; without one on standard output. */
export function openArchive(file: string | undefined): Archive {
  if (file === undefined) return { add: toStdout, end: () => toStdout(tarEnd), abandon: () => {} }
  removeLeftBeside(file)
  const temporary = besideOutput(file)
  const descriptor = atPlace(file, () => openSync(temporary, 'wx', 0o600))
  const remove = (): void => rmSync(temporary, { force: true })
  const stop = (signal: NodeJS.Signals): void => {
    remove()
    process.kill(process.pid, signal)
  }
  const forget = (): void => void signals.map(signal => process.off(signal, stop))
  for (const signal of signals) process.once(signal, stop)
  return {
    add: members => writeFileSync(descriptor, members),
    end: secret => {
      writeFileSync(descriptor, tarEnd)
      fchmodSync(descriptor, secret ? 0o600 : 0o644)
      closeSync(descriptor)
      atPlace(file, () => renameSync(temporary, file))
      forget()
    },
    abandon: () => {
      remove()
      forget()
    },
  }
}
