import { sha1 } from './sha1.ts'

/** netglot's own namespace; a profile keeps its UUID as long as this and its name stay, and with it what NetworkManager remembers. */
const namespace = '7edda41b-f1cb-421d-bc1c-8466510bac3d'

/** The version 5 UUID (RFC 9562, 5.5) of an ASCII name. */
export function uuid5(name: string, space: string = namespace): string {
  const hash = sha1([...bytesOf(space), ...[...name].map(c => c.charCodeAt(0))])
  const digits = hash.slice(0, 16).map((byte, i) => (i === 6 ? (byte & 0x0f) | 0x50 : i === 8 ? (byte & 0x3f) | 0x80 : byte))
  const hex = digits.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const bytesOf = (uuid: string): readonly number[] => (uuid.replaceAll('-', '').match(/../g) ?? []).map(hex => Number.parseInt(hex, 16))
