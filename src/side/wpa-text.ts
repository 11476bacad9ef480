import { Inexpressible, type Text, text } from '../targets/text.ts'

/** A string as wpa_supplicant reads it: quoted, or in hex where a quote, a backslash or a comment sign would be read otherwise. */
export const quotedOrHex = (value: string): Text<'wpa'> => text('wpa', /^[ !$-[\]-~]+$/.test(value) ? `"${value}"` : hex(value))

const hex = (value: string): string =>
  [...unescapedBytes(encodeURIComponent(value))].map(byte => byte.toString(16).padStart(2, '0')).join('')

const unescapedBytes = function* (encoded: string): Generator<number> {
  for (const [, percent, plain] of encoded.matchAll(/%([0-9A-F]{2})|(.)/g))
    yield percent === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(percent, 16)
}

/** `psk` takes a quoted passphrase or 64 hex digits, and no other escape: a `#` after a quote inside would start a comment. */
export function passphrase(value: string): Text<'wpa'> {
  if (/^[0-9a-fA-F]{64}$/.test(value)) return text('wpa', value)
  if (/".*#/.test(value))
    throw new Inexpressible('wpa_supplicant would take its # for a comment', 'write the 64 hex digits that wpa_passphrase(8) makes of it')
  return text('wpa', `"${value}"`)
}
