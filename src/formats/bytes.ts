/** Text as UTF-8, where neither Node nor a browser is known. A lone surrogate is refused long before. */
export function utf8(text: string): Uint8Array {
  const plain = ascii(text)
  if (plain !== undefined) return plain
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  const put = (byte: number): void => {
    bytes[length++] = byte
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    if (code < 0x80) put(code)
    else if (code < 0x800) put(0xc0 | (code >> 6))
    else if (code < 0x1_0000) put(0xe0 | (code >> 12))
    else put(0xf0 | (code >> 18))
    if (code >= 0x1_0000) put(0x80 | ((code >> 12) & 63))
    if (code >= 0x800) put(0x80 | ((code >> 6) & 63))
    if (code >= 0x80) put(0x80 | (code & 63))
  }
  return bytes.subarray(0, length)
}

/** Most text is. */
const ascii = (text: string): Uint8Array | undefined => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) return undefined
    bytes[at] = code
  }
  return bytes
}

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
