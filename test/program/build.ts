import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../fixtures.ts'

/** Builds the program once, before the tests that run it. */
export default function build(): void {
  for (const script of ['bundle.mjs', 'web.mjs']) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script)], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
}
