import { type Cidr, type Ip, readCidr, readIp } from '../../model/address.ts'
import { basicCodecs, codec } from '../codec.ts'

export const { integer, yesNo } = basicCodecs('yaml', ['true', 'false'])

/** What YAML 1.1 readers take for something else than text (https://yaml.org/type/). */
const typed = [
  /^(?:y|n|yes|no|true|false|on|off|null)$/i,
  /^[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?$/i,
  /^0[box][\da-f_]+$/i,
  /^\d{4}-\d\d?-\d\d?/,
]

/**
 * Quotes only where they are needed. MACs and IPv6 addresses get them for their colons: netplan would do without, but some readers of YAML
 * take 52:54:00:12:34:56 for a number to the base of 60.
 */
const quote = (text: string): string => {
  const plain = /^[\w/](?:[\w/.+@~*?^= -]*[\w/.+@~*?^=-])?$/.test(text) && !typed.some(pattern => pattern.test(text))
  if (plain) return text
  if (/[\ufeff\ufffe\uffff]/.test(text)) return JSON.stringify(text).replaceAll(/[\ufeff\ufffe\uffff]/g, escaped)
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`

const unquote = (text: string): string | undefined => {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  if (!text.startsWith('"')) return text
  const read: unknown = JSON.parse(text)
  return typeof read === 'string' ? read : undefined
}

/** Text, in quotes where YAML would not read the same text back. */
export const word = codec<string, 'yaml'>('yaml', quote, unquote)

/** A time: netplan takes a bare number for seconds, and hands other units to networkd as they are. */
export const seconds = codec<number, 'yaml'>(
  'yaml',
  value => (Number.isInteger(value) ? String(value) : `${Math.round(value * 1000)}ms`),
  text => (/^\d+$/.test(text) ? Number(text) : /^\d+ms$/.test(text) ? Number(text.slice(0, -2)) / 1000 : undefined),
)

export const ip = codec<Ip, 'yaml'>(
  'yaml',
  value => quote(value.text),
  text => readIp(unquote(text) ?? ''),
)

export const cidr = codec<Cidr, 'yaml'>(
  'yaml',
  value => quote(value.text),
  text => readCidr(unquote(text) ?? ''),
)

/** A word of netplan's own that is never in quotes, though it may look like a boolean or a number. */
export const bare = codec<string, 'yaml'>(
  'yaml',
  value => value,
  text => text,
)
