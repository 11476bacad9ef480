import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
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
  const read = names
    .flatMap(name => attempt(name, () => expand(name)))
    .flatMap(file => (typeof file === 'string' ? [readOne(file)] : [file]))
  return {
    source: read.filter(file => 'text' in file),
    diagnostics: read.filter(file => 'code' in file),
  }
}

const attempt = <T>(name: string, action: () => T[]): (T | Diagnostic)[] => {
  try {
    return action()
  } catch (error) {
    const why = systemReason(error)
    if (why === undefined) throw error
    return [found('file-unreadable', { file: name === '-' ? 'standard input' : name, why })]
  }
}

const expand = (name: string): (string | Diagnostic)[] => {
  if (name === '-' || !statSync(name).isDirectory()) return [name]
  const files = readdirSync(name).filter(file => /^[^.].*\.yaml$/.test(file))
  if (files.length === 0) return [found('file-unreadable', { file: name, why: 'it is a directory without a *.yaml file' })]
  return files.sort((a, b) => (basename(a) < basename(b) ? -1 : 1)).map(file => join(name, file))
}

const readOne = (name: string): SourceFile | Diagnostic => {
  const [file] = attempt(name, () => [decode(name, readBytes(name))])
  if (file === undefined) throw new Error('a file was neither read nor refused')
  return file
}

const readBytes = (name: string): Buffer => {
  const descriptor = name === '-' ? 0 : openSync(name, 'r')
  try {
    return readAll(descriptor)
  } finally {
    if (descriptor !== 0) closeSync(descriptor)
  }
}

/** Few descriptions are longer: to make room for more costs as much as to read one. */
const chunkSize = 8192

const readAll = (descriptor: number): Buffer => {
  const chunks: Buffer[] = []
  for (let size = 0; size < byteLimit; ) {
    const chunk = Buffer.allocUnsafe(chunkSize)
    const count = readSync(descriptor, chunk)
    if (count === 0) break
    size += count
    chunks.push(chunk.subarray(0, count))
  }
  return Buffer.concat(chunks)
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
