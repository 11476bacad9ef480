import { utf8 } from './bytes.ts'

/** What a header says of a member. */
export interface Header {
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

/** The sum of the bytes of a header counts blanks for itself. */
const blanks = 8 * 32

/** Writes a header where there are zeros: the fields that have others ("ustar Interchange Format"). */
export function putHeader(into: Uint8Array, at: number, entry: Header): void {
  const put = (offset: number, size: number, text: string): number => putText(into, at + offset, size, text)
  const number = (offset: number, size: 8 | 12, value: number): number => putNumber(into, at + offset, size, value)
  const sum =
    put(0, 100, entry.name) +
    put(100, 7, (entry.mode ?? '0').padStart(7, '0')) +
    number(108, 8, entry.uid ?? 0) +
    number(116, 8, entry.gid ?? 0) +
    number(124, 12, entry.size ?? 0) +
    number(136, 12, entry.time ?? 0) +
    put(156, 1, entry.type) +
    put(157, 100, entry.to ?? '') +
    put(257, 8, 'ustar\x0000') +
    put(265, 32, entry.owner ?? 'root') +
    put(297, 32, entry.group ?? 'root')
  putNumber(into, at + 148, 7, sum + blanks)
  put(155, 1, ' ')
}

/** Returns the sum of its bytes, as the others do. What does not fit is cut off. */
function putText(into: Uint8Array, at: number, size: number, text: string): number {
  let sum = 0
  const end = Math.min(text.length, size)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) return putBytes(into, at, utf8(text).subarray(0, size))
    into[at + i] = code
    sum += code
  }
  return sum
}

function putBytes(into: Uint8Array, at: number, bytes: Uint8Array): number {
  into.set(bytes, at)
  return bytes.reduce((sum, byte) => sum + byte, 0)
}

/** An octal number, with a zero behind it; one that is too large for that in base 256 (tar(5), "Numeric Extensions"). */
function putNumber(into: Uint8Array, at: number, size: 7 | 8 | 12, value: number): number {
  if (value >= 8 ** (size - 1)) return putLarge(into, at, size, value)
  // Other numbers than those of 32 bits are slow to divide.
  if (value >= 2 ** 31) return putText(into, at, size, value.toString(8).padStart(size - 1, '0'))
  let sum = 0
  for (let i = size - 2, rest = value; i >= 0; i--, rest >>= 3) {
    const digit = 48 + (rest & 7)
    into[at + i] = digit
    sum += digit
  }
  return sum
}

function putLarge(into: Uint8Array, at: number, size: number, value: number): number {
  const bytes = new Uint8Array(size)
  for (let i = size - 1, rest = value; rest > 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256
  bytes[0] = 0x80
  return putBytes(into, at, bytes)
}
