import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../fixtures.ts'

const own = join(root, 'test/boot/guest/root')
const shared = ['lab-dump.sh', 'lab-far.sh'].map(name => join(root, 'test/apply', name))

/** Lays the guest's own files over its root file system: they are on each disk and not in the image, which takes minutes to make. */
export function copyGuestFiles(upper: string): void {
  cpSync(own, upper, { recursive: true, verbatimSymlinks: true })
  for (const file of shared) cpSync(file, join(upper, 'usr/local/lib/netglot-boot', basename(file)))
}

export const hashOfGuestFiles = (): string => {
  const files = readdirSync(own, { recursive: true, withFileTypes: true }).flatMap(f => (f.isFile() ? [join(f.parentPath, f.name)] : []))
  const hash = createHash('sha256')
  for (const file of [...files.sort(), ...shared]) hash.update(`${file.slice(root.length)}\n${readFileSync(file, 'utf8')}`)
  return hash.digest('hex').slice(0, 16)
}
