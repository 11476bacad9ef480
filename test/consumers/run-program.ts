import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a program said. */
export interface Answer {
  /** Exit status; -1 when a signal ended it. */
  readonly status: number
  /** The lines of stdout and then of stderr that are not blank. */
  readonly lines: readonly string[]
}

/** Runs a program that is expected to end by itself, for a minute at most unless it is given more milliseconds. */
export function runProgram(program: string, args: readonly string[], timeout = 60_000): Promise<Answer> {
  return new Promise(resolve => {
    execFile(program, [...args], { timeout, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ status, lines: `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '') })
    })
  })
}

/** Runs one of the scripts in this folder. */
export function runScript(name: string, args: readonly string[]): Promise<Answer> {
  return runProgram('bash', [fileURLToPath(new URL(name, import.meta.url)), ...args])
}

/** The lines a program printed, which are complaints, and one more if it failed without a word. */
export function complaints(answer: Answer): readonly string[] {
  if (answer.lines.length > 0 || answer.status === 0) return answer.lines
  return [`exit status ${answer.status}`]
}
