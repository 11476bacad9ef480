import { sha1 } from './sha1.ts'

/** The bytes of a UUID. */
export const bytesOf = (uuid: string): readonly number[] =>
  (uuid.replaceAll('-', '').match(/../g) ?? []).map(hex => Number.parseInt(hex, 16))

/** netglot's own namespace; a profile keeps its UUID as long as this and its name stay, and with it what NetworkManager remembers. */
const namespace = bytesOf('7edda41b-f1cb-421d-bc1c-8466510bac3d')

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The version 5 UUID (RFC 9562, 5.5) of an ASCII name. */
export function uuid5(name: string, space = namespace): string {
  const bytes = [...space]
  for (let i = 0; i < name.length; i++) bytes.push(name.charCodeAt(i))
  const hash = sha1(bytes)
  let uuid = ''
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) uuid += '-'
    uuid += hexOf[marked(hash[i] as number, i)]
  }
  return uuid
}

/** With the version and the variant in their places. */
const marked = (byte: number, i: number): number => (i === 6 ? (byte & 0x0f) | 0x50 : i === 8 ? (byte & 0x3f) | 0x80 : byte)
