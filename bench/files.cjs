// Makes as many files as networkd gets of 1000 VLANs under bridges, as `render --root` does: what Node itself takes for that.
const { closeSync, fchmodSync, fchownSync, mkdirSync, openSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const [, , folder] = process.argv
mkdirSync(folder, { recursive: true })
for (let i = 0; i < 4001; i++) {
  const beside = join(folder, `.00000000-0000-0000-0000-${String(i).padStart(12, '0')}.netglot-new`)
  const file = openSync(beside, 'wx', 0o600)
  writeFileSync(file, 'x'.repeat(150))
  fchownSync(file, process.getuid(), process.getgid())
  fchmodSync(file, 0o644)
  closeSync(file)
  renameSync(beside, join(folder, `05-netglot-br${i}.network`))
}
