import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a script said, its two streams apart. */
export interface Streams {
  readonly output: string
  readonly errors: readonly string[]
}

/** Runs one of the scripts in this folder whose output is data and whose messages are complaints. */
export function runSeparately(name: string, args: readonly string[]): Promise<Streams> {
  return new Promise(resolve => {
    const script = fileURLToPath(new URL(name, import.meta.url))
    execFile('bash', [script, ...args], { timeout: 60_000, maxBuffer: 64 << 20 }, (_error, output, stderr) => {
      resolve({ output, errors: stderr.split('\n').filter(line => line.trim() !== '') })
    })
  })
}
