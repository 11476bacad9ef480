import type { PrintedFile } from '../print/print.ts'
import type { SymbolicLink } from '../targets/answer.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { utf8 } from './bytes.ts'
import type { DocumentFormat, FormatOptions } from './format.ts'

/**
 * An archive as POSIX has it (pax(1), "ustar Interchange Format"). There are no entries for folders: unpacked over a system they would change the
 * modes that its folders have.
 */
export const tar: DocumentFormat = {
  kind: 'document',
  extension: '.tar',
  manifest: true,
  carries: {
    packages: false,
    services: 'none',
    obstacles: false,
    initramfs: false,
    links: true,
    owners: 'number',
    cloudInit: false,
    exposed: undefined,
  },
  print: (answer, options) => joined([tarMembers(answer, options), tarEnd]),
}

const block = 512
const zeros = new Uint8Array(block)

/** What an archive ends with. */
export const tarEnd = new Uint8Array(2 * block)

/** The files of an answer as members of an archive, in it below a folder. */
export const tarMembers = ({ files, links }: TargetAnswer, options: FormatOptions, folder = ''): Uint8Array => {
  const entries = [
    ...files.map(file => ({ path: file.path, parts: fileEntry(file, options, `${folder}${file.path}`) })),
    ...links.map(link => ({ path: link.path, parts: linkEntry(link, options, `${folder}${link.path}`) })),
  ]
  return joined(entries.sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ parts }) => parts))
}

interface Header {
  readonly name: string
  readonly type: '0' | '2' | 'L' | 'K'
  readonly mode?: string
  readonly owner?: string
  readonly group?: string
  readonly uid?: number
  readonly gid?: number
  readonly to?: string
  readonly size?: number
  readonly time?: number
}

const fileEntry = (
  { mode, owner, group, content }: PrintedFile,
  { accounts, epoch }: FormatOptions,
  path: string,
): readonly Uint8Array[] => {
  const body = utf8(content)
  const uid = accountNumber(owner, accounts.users) ?? 0
  const gid = accountNumber(group, accounts.groups) ?? 0
  const name = path.replace(/^\//, '')
  return [...long('L', name), header({ name, type: '0', mode, owner, group, uid, gid, size: body.length, time: epoch }), ...filled(body)]
}

const linkEntry = ({ to }: SymbolicLink, { epoch }: FormatOptions, path: string): readonly Uint8Array[] => {
  const name = path.replace(/^\//, '')
  return [...long('K', to), ...long('L', name), header({ name, type: '2', mode: '0777', to, time: epoch })]
}

/** The number of an account, where something tells it. */
export const accountNumber = (name: string, numbers: Readonly<Record<string, number>>): number | undefined =>
  name === 'root' ? 0 : Object.hasOwn(numbers, name) ? numbers[name] : undefined

/** What does not fit into the header goes before it: GNU tar's own way, which BusyBox reads too, other than pax headers (tar(5), "GNU Extensions"). */
const long = (type: 'L' | 'K', text: string): readonly Uint8Array[] => {
  const body = utf8(`${text}\0`)
  return body.length <= 101 ? [] : [header({ name: '././@LongLink', type, size: body.length }), ...filled(body)]
}

function header(entry: Header): Uint8Array {
  const bytes = new Uint8Array(block)
  const put = (at: number, size: number, text: string): void => {
    const part = utf8(text)
    bytes.set(part.length > size ? part.subarray(0, size) : part, at)
  }
  put(0, 100, entry.name)
  put(100, 8, `${(entry.mode ?? '0').padStart(7, '0')}\0`)
  bytes.set(number(entry.uid ?? 0, 8), 108)
  bytes.set(number(entry.gid ?? 0, 8), 116)
  bytes.set(number(entry.size ?? 0, 12), 124)
  bytes.set(number(entry.time ?? 0, 12), 136)
  put(148, 8, '        ')
  put(156, 1, entry.type)
  put(157, 100, entry.to ?? '')
  put(257, 8, 'ustar\x0000')
  put(265, 32, entry.owner ?? 'root')
  put(297, 32, entry.group ?? 'root')
  let sum = 0
  for (const byte of bytes) sum += byte
  put(148, 8, `${sum.toString(8).padStart(6, '0')}\0 `)
  return bytes
}

/** An octal number; one that is too large for that in base 256 (tar(5), "Numeric Extensions"). */
function number(value: number, size: 8 | 12): Uint8Array {
  const octal = value.toString(8).padStart(size - 1, '0')
  if (octal.length < size) return utf8(`${octal}\0`)
  const bytes = new Uint8Array(size)
  for (let at = size - 1, rest = value; rest > 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  bytes[0] = 0x80
  return bytes
}

/** Followed by zeros up to the end of its last block. */
const filled = (body: Uint8Array): readonly Uint8Array[] => [body, zeros.subarray(0, (block - (body.length % block)) % block)]

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
