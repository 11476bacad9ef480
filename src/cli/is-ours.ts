import { closeSync, openSync, readSync } from 'node:fs'
import { statsOf } from './safe-path.ts'

/** Whether netglot made the file: one of its first two lines says so, in whatever way its syntax has a comment. The first of a script is another. */
export function isOurs(file: string): boolean {
  if (!statsOf(file)?.isFile()) return false
  return beginning(file)
    .split('\n', 2)
    .some(line => /^(?:#|<!--) Made by netglot/.test(line))
}

const beginning = (file: string): string => {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(1024)
    return bytes.toString('utf8', 0, readSync(descriptor, bytes))
  } finally {
    closeSync(descriptor)
  }
}
