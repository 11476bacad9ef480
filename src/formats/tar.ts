import type { PrintedFile } from '../print/print.ts'
import type { SymbolicLink } from '../targets/answer.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { utf8 } from './bytes.ts'
import type { DocumentFormat, FormatOptions } from './format.ts'
import { GrowingBytes } from './growing-bytes.ts'
import { type Header, putHeader } from './tar-header.ts'

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
  print: (answer, options) => {
    const members = new GrowingBytes(32 * block)
    addMembers(members, answer, options)
    members.zeros(tarEnd.length)
    return members.added
  },
}

const block = 512

/** What an archive ends with. */
export const tarEnd = new Uint8Array(2 * block)

/** Adds the files of an answer to an archive, in it below a folder. */
export function addMembers(archive: GrowingBytes, { files, links }: TargetAnswer, options: FormatOptions, folder = ''): void {
  for (const one of [...files, ...links].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = `${folder}${one.path}`.replace(/^\//, '')
    if ('to' in one) addLink(archive, one, name, options)
    else addFile(archive, one, name, options)
  }
}

const addFile = (
  archive: GrowingBytes,
  { mode, owner, group, content }: PrintedFile,
  name: string,
  { accounts, epoch: time }: FormatOptions,
): void => {
  addLong(archive, 'L', name)
  const uid = accountNumber(owner, accounts.users) ?? 0
  const gid = accountNumber(group, accounts.groups) ?? 0
  addWithBody(archive, { name, type: '0', mode, owner, group, uid, gid, time }, content)
}

const addLink = (archive: GrowingBytes, { to }: SymbolicLink, name: string, { epoch: time }: FormatOptions): void => {
  addLong(archive, 'K', to)
  addLong(archive, 'L', name)
  const at = archive.zeros(block)
  putHeader(archive.room, at, { name, type: '2', mode: '0777', to, time })
}

/** The number of an account, where something tells it. */
export const accountNumber = (name: string, numbers: Readonly<Record<string, number>>): number | undefined =>
  name === 'root' ? 0 : Object.hasOwn(numbers, name) ? numbers[name] : undefined

/** What does not fit into the header goes before it: GNU tar's own way, which BusyBox reads too, other than pax headers (tar(5), "GNU Extensions"). */
const addLong = (archive: GrowingBytes, type: 'L' | 'K', text: string): void => {
  if (!/^[ -~]{0,100}$/.test(text) && utf8(text).length > 100) addWithBody(archive, { name: '././@LongLink', type }, `${text}\0`)
}

/** The body is followed by zeros up to the end of its last block. */
function addWithBody(archive: GrowingBytes, header: Header, body: string): void {
  const at = archive.zeros(block)
  archive.text(body)
  const size = archive.end - at - block
  archive.zeros((block - (size % block)) % block)
  putHeader(archive.room, at, Object.assign(header, { size }))
}
