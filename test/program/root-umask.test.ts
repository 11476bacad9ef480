import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bridge, netglot, workplace } from './program.ts'

const { folder } = workplace()

test('writing makes folders that every daemon can enter, whatever the umask', () => {
  const before = process.umask(0o077)
  try {
    netglot(['render', '-', '-t', 'networkd', '--root', 'umask'], { cwd: folder, input: bridge })
  } finally {
    process.umask(before)
  }
  for (const made of ['etc', 'etc/systemd', 'etc/systemd/network'])
    expect((statSync(join(folder, 'umask', made)).mode & 0o777).toString(8)).toBe('755')
})
