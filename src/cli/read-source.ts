import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Source, SourceFile } from '../description/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { found, systemReason } from './found.ts'

/** More than the core takes, so that it can say so; a device file would never end. */
const byteLimit = 64_000_000

export interface ReadSource {
  readonly source: Source
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads files, the *.yaml of directories by base name, and `-` for standard input, in the order given. */
export function readSource(names: readonly string[]): ReadSource {
  const read = names.flatMap(name => readOne(name) ?? filesIn(name))
  return {
    source: read.filter(file => 'text' in file),
    diagnostics: read.filter(file => 'code' in file),
  }
}

/** Undefined for a directory. To ask first what it is takes as long as to read it. */
const readOne = (name: string): SourceFile | Diagnostic | undefined => {
  try {
    return decode(name, readBytes(name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR' && name !== '-') return undefined
    return unreadable(name, error)
  }
}

const filesIn = (folder: string): readonly (SourceFile | Diagnostic)[] => {
  try {
    const files = readdirSync(folder).filter(file => /^[^.].*\.yaml$/.test(file))
    if (files.length === 0) return [refused(folder, 'it is a directory without a *.yaml file')]
    return files
      .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
      .map(file => join(folder, file))
      .map(file => readOne(file) ?? refused(file, 'it is a directory'))
  } catch (error) {
    return [unreadable(folder, error)]
  }
}

const unreadable = (name: string, error: unknown): Diagnostic => {
  const why = systemReason(error)
  if (why === undefined) throw error
  return refused(name === '-' ? 'standard input' : name, why)
}

const refused = (file: string, why: string): Diagnostic => found('file-unreadable', { file, why })

/** Valid until the next file is read. */
const readBytes = (name: string): Buffer => {
  const descriptor = name === '-' ? 0 : openSync(name, 'r')
  try {
    return readAll(descriptor)
  } finally {
    if (descriptor !== 0) closeSync(descriptor)
  }
}

/** Few descriptions are longer. One file after the other is read into it: to make room for each costs as much as to read it. */
const room = Buffer.allocUnsafeSlow(8192)

const readAll = (descriptor: number): Buffer => {
  let bytes = room
  let size = 0
  while (size <= byteLimit) {
    if (size === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * size, byteLimit + 1))
    const count = readSync(descriptor, bytes, size, bytes.length - size, null)
    if (count === 0) break
    size += count
  }
  return bytes.subarray(0, size)
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const decode = (name: string, bytes: Buffer): SourceFile | Diagnostic => {
  try {
    return { name, text: decoder.decode(bytes) }
  } catch {
    const line = firstBadLine(bytes)
    return found('not-utf8', {}, { span: { file: name, line, column: 1, endLine: line, endColumn: 1 } })
  }
}

/** The number of the first line that is not UTF-8. The part before any line feed is whole, since no character holds that byte. */
const firstBadLine = (bytes: Buffer): number => {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from)
    const to = end < 0 ? bytes.length : end
    try {
      decoder.decode(bytes.subarray(from, to))
    } catch {
      return line
    }
    from = to + 1
  }
  return line
}
