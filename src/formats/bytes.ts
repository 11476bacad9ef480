import { encoder } from './encoder.ts'

/** Text as UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Text as base64 of its UTF-8 (RFC 4648). */
export function base64(text: string): string {
  const bytes = utf8(text)
  let printed = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    const three = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const four = [18, 12, 6, 0].map(shift => digits[(three >> shift) & 63])
    printed += `${four[0]}${four[1]}${b === undefined ? '=' : four[2]}${c === undefined ? '=' : four[3]}`
  }
  return printed
}
