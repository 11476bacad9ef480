// Writes what is shipped beside the program: dist/man/netglot.1, made of what --help prints, and dist/completions/.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { manPage } from './man-page.mjs'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
// As wide as a line may be, so that nothing is wrapped.
const env = { ...process.env, COLUMNS: '1000' }
const netglot = (...args) => execFileSync(process.execPath, [join(dist, 'netglot.cjs'), ...args], { encoding: 'utf8', env })

for (const folder of ['man', 'completions']) mkdirSync(join(dist, folder), { recursive: true })
writeFileSync(join(dist, 'man/netglot.1'), manPage(netglot))
for (const [shell, file] of [
  ['bash', 'netglot'],
  ['zsh', '_netglot'],
  ['fish', 'netglot.fish'],
])
  writeFileSync(join(dist, 'completions', file), netglot('completion', shell))
