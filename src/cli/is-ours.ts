import { closeSync, openSync, readSync } from 'node:fs'
import { statsOf } from './safe-path.ts'

/** Whether netglot made the file: its first line says so, or the second of a script. */
export function isOurs(file: string): boolean {
  if (!statsOf(file)?.isFile()) return false
  const [first = '', second = ''] = beginning(file).split('\n')
  return (first.startsWith('#!') ? second : first).startsWith('# Made by netglot')
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
