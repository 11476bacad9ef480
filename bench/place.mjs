// Where the measurements read and write: one folder, which is gone at the end.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const netglot = fileURLToPath(new URL('../dist/netglot.cjs', import.meta.url))

const found = ['/usr/libexec/netplan/generate', '/usr/lib/netplan/generate'].find(path => existsSync(path))
if (found === undefined) throw new Error('install netplan.io: bash scripts/install-test-tools.sh')
export const generate = found

export const folder = mkdtempSync(join(tmpdir(), 'netglot-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

export const put = (name, text) => {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

let places = 0
/** A place that nothing has been written to. */
export const fresh = () => join(folder, `place${++places}`)

/** netplan's generator for a description, in a root of its own. */
export const generator = text => {
  const root = fresh()
  put(`${root.slice(folder.length)}/etc/netplan/bench.yaml`, text)
  return [generate, '--root-dir', root]
}
