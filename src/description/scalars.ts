import * as z from 'zod/mini'
import { type Cidr, type Ip, interfaceIdentifier, readCidr, readIp } from '../model/address.ts'
import type { MacPolicy } from '../model/links/base.ts'
import type { VlanRange } from '../model/network.ts'

/** How one type of text is read, and how an editor's schema shall show it. */
interface Reading<T> {
  /** What a right value is, as it fits into "it must be …". */
  readonly expected: string
  /** The value, or undefined when the text is none. */
  readonly read: (text: string) => T | undefined
  /** The JSON Schema for editors, where the YAML has types. */
  readonly json: object
}

/** The JSON Schema of each text type; the schema command takes it from here. */
export const jsonForms = new WeakMap<object, object>()

/** What a right value of each text type is, in words. */
export const expectations = new WeakMap<object, string>()

/** How a right text of each type is read. */
export const readings = new WeakMap<object, (text: string) => unknown>()

const text = z.string()

/** A text that its field types: the schema for one kind of scalar. */
export function scalar<T>(reading: Reading<T>) {
  const schema = z.pipe(
    text,
    z.transform((text, context): T => {
      const value = reading.read(text)
      if (value !== undefined) return value
      context.issues.push({ code: 'custom', input: text, params: { expected: reading.expected } })
      return z.NEVER
    }),
  )
  jsonForms.set(schema, reading.json)
  expectations.set(schema, reading.expected)
  readings.set(schema, reading.read)
  return schema
}

/** One of a few words. */
export const oneOf = <const W extends string>(...words: readonly W[]) =>
  scalar<W>({ expected: `one of ${words.join(', ')}`, read: text => words.find(w => w === text), json: { enum: words } })

/** netplan's boolean: true, yes, on, y and their opposites in any case; 1 and 0 are none. */
export const yesNo = scalar<boolean>({
  expected: 'true or false',
  read: text => (/^(true|yes|on|y)$/i.test(text) ? true : /^(false|no|off|n)$/i.test(text) ? false : undefined),
  json: { type: 'boolean' },
})

/** A decimal number without sign, within bounds. netplan's own bound is 32 bits. */
export const uint = (min = 0, max = 4_294_967_295) =>
  scalar<number>({
    expected: min === max ? `${min}` : max === 4_294_967_295 ? `a whole number from ${min} up` : `a whole number from ${min} to ${max}`,
    read: text => (/^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined),
    json: { type: 'integer', minimum: min, maximum: max },
  })

const unitSeconds: Readonly<Record<string, number>> = { s: 1, sec: 1, second: 1, seconds: 1, ms: 0.001, m: 60, min: 60 }

/** A time as systemd.time(7) has it; `bare` is the unit of a bare number, in seconds. */
const readTime = (text: string, bare: number): number | undefined => {
  const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)\s?([a-z]*)$/.exec(text) ?? []
  const factor = unit === '' ? bare : unitSeconds[unit]
  return number === '' || factor === undefined ? undefined : Math.round(Number(number) * factor * 1000) / 1000
}

/** A time in seconds: a bare number, or one with a unit. */
export const seconds = scalar<number>({
  expected: 'a time in seconds, such as 4, 4s or 500ms',
  read: text => readTime(text, 1),
  json: { type: ['number', 'string'] },
})

/** A time in whole milliseconds: a bare number, or one with a unit. */
export const milliseconds = scalar<number>({
  expected: 'a time in milliseconds, such as 100, 100ms or 1s',
  read: text => {
    const read = readTime(text, 0.001)
    return read === undefined ? undefined : Math.round(read * 1000)
  },
  json: { type: ['number', 'string'], pattern: '^\\d+(\\.\\d+)?\\s?[a-z]*$' },
})

/** Any text but the empty one. Control characters never get this far. */
export const words = (expected: string, most: number) =>
  scalar<string>({
    expected: `${expected}, at most ${most} bytes`,
    read: text => (text !== '' && bytes(text) <= most ? text : undefined),
    json: { type: 'string', minLength: 1, maxLength: most },
  })

/** How many bytes the text takes in UTF-8. */
export const bytes = (text: string): number => [...text].reduce((sum, c) => sum + width(c.codePointAt(0) ?? 0), 0)

const width = (codePoint: number): number => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4)

const macPattern = '^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}((:[0-9a-fA-F]{2}){14})?$'
const readMac = (text: string): string | undefined => (new RegExp(macPattern).test(text) ? text.toLowerCase() : undefined)

export const mac = scalar<string>({
  expected: 'a MAC address of six octets, such as 52:54:00:12:34:56, or of 20 for InfiniBand',
  read: readMac,
  json: { type: 'string', pattern: macPattern },
})

const macWords = ['permanent', 'random', 'stable', 'preserve', 'stable-ssid'] as const satisfies readonly MacPolicy[]

/** A MAC, or a word for where it comes from. */
export const macOrWord = scalar<string | { readonly policy: MacPolicy }>({
  expected: `a MAC address of six octets, such as 52:54:00:12:34:56, or of 20 for InfiniBand, or one of ${macWords.join(', ')}`,
  read: text => {
    const policy = macWords.find(word => word === text)
    return policy === undefined ? readMac(text) : { policy }
  },
  json: { anyOf: [{ type: 'string', pattern: macPattern }, { enum: macWords }] },
})

/** What addresses look like to an editor; the rest is left to the reading. */
const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const looksLike = { 4: `${octet}(\\.${octet}){3}`, 6: '[0-9a-fA-F:.]*:[0-9a-fA-F:.]*' } as const
const looksLikeIp = `(${looksLike[4]}|${looksLike[6]})`

export const ip = scalar<Ip>({
  expected: 'an IPv4 or IPv6 address',
  read: readIp,
  json: { type: 'string', pattern: `^${looksLikeIp}$` },
})

const familyIp = (family: 4 | 6) =>
  scalar<Ip>({
    expected: `an IPv${family} address`,
    read: text => (readIp(text)?.family === family ? readIp(text) : undefined),
    json: { type: 'string', pattern: `^${looksLike[family]}$` },
  })
export const ipv4 = familyIp(4)
export const ipv6 = familyIp(6)

/** The part of an IPv6 address that stays while its prefix comes from elsewhere: the last 64 bits. */
export const token = scalar<Ip>({
  expected: 'an IPv6 address whose last 64 bits are not all nought, such as ::1234',
  read: text => {
    const address = readIp(text)
    return address?.family === 6 ? interfaceIdentifier(address) : undefined
  },
  json: { type: 'string', format: 'ipv6' },
})

export const anAddress = 'an address with its prefix length, such as 192.0.2.10/24, which is not 0'
export const readAddress = (text: string): Cidr | undefined => (text.endsWith('/0') ? undefined : readCidr(text))
export const cidr = scalar<Cidr>({
  expected: anAddress,
  read: readAddress,
  json: { type: 'string', pattern: `^${looksLikeIp}/[1-9]\\d{0,2}$` },
})

/** A destination: an address stands for itself alone. */
const readPrefix = (text: string): Cidr | undefined => readCidr(text) ?? readCidr(`${text}/${text.includes(':') ? 128 : 32}`)
export const prefix = scalar<Cidr>({
  expected: 'an address or a prefix such as 10.0.0.0/8',
  read: readPrefix,
  json: { type: 'string', pattern: `^${looksLikeIp}(/\\d{1,3})?$` },
})
export const destination = scalar<Cidr | 'default'>({
  expected: 'default, an address or a prefix such as 10.0.0.0/8',
  read: text => (text === 'default' ? 'default' : readPrefix(text)),
  json: { type: 'string', pattern: `^(default|${looksLikeIp}(/\\d{1,3})?)$` },
})

const vlanForm = /^([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?((?: +(?:pvid|untagged)){0,2})$/

/** VLANs of a port in NetworkManager's notation: `10 pvid untagged`, `20-30`. */
export const vlanRange = scalar<VlanRange>({
  expected: 'a VLAN from 1 to 4094, or a range of them, with pvid (one VLAN only) or untagged after it, such as 10 pvid untagged or 20-30',
  read: text => {
    const [, from = '', to = from, words = ''] = vlanForm.exec(text) ?? []
    const [first, last, pvid] = [Number(from), Number(to), words.includes('pvid')]
    if (from === '' || first > last || last > 4094 || (pvid && first !== last)) return undefined
    return { first, last, pvid, untagged: words.includes('untagged') }
  },
  json: { type: ['integer', 'string'] },
})

/** A definition's id or a reference to one. */
export const id = scalar<string>({
  expected: 'the name of a definition: printable ASCII without blanks',
  read: text => (/^[!-~]+$/.test(text) ? text : undefined),
  json: { type: 'string' },
})

/** A glob over interface or driver names. */
export const glob = scalar<string>({
  expected: 'a name without blanks, which may hold *, ? and [] as wildcards',
  read: text => (/^[!-~]{1,64}$/.test(text) && !/["'\\;%$`#=]/.test(text) ? text : undefined),
  json: { type: 'string' },
})

/** The key of a GRE or VTI tunnel: 32 bits, as a number or as a dotted quad. */
export const readTunnelKey = (text: string): number | undefined => {
  const address = readIp(text)
  if (address?.family === 4) return address.text.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
  return /^\d{1,10}$/.test(text) && Number(text) <= 4_294_967_295 ? Number(text) : undefined
}
export const tunnelKey = scalar<number>({
  expected: 'a number from 0 to 4294967295, or four of them from 0 to 255 with dots between, such as 0.0.4.210',
  read: readTunnelKey,
  json: {
    anyOf: [
      { type: 'integer', minimum: 0, maximum: 4_294_967_295 },
      { type: 'string', pattern: `^(\\d{1,10}|${looksLike[4]})$` },
    ],
  },
})

/** A user or group, by name as useradd(8) allows it, or by number. */
export const account = scalar<string>({
  expected: 'a user or group by name or number',
  read: text => (/^(\d{1,10}|[a-z_][a-z0-9_-]{0,30}\$?)$/i.test(text) ? text : undefined),
  json: { type: ['string', 'integer'] },
})

/** A domain name, or `~name` for routing only. */
export const domain = scalar<string>({
  expected: 'a domain name',
  read: text => (/^~?[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_.])?$/i.test(text) || text === '~.' || text === '.' ? text : undefined),
  json: { type: 'string' },
})

export const hostName = scalar<string>({
  expected: 'a host name: letters, digits, dots and dashes',
  read: text => (/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text) ? text : undefined),
  json: { type: 'string' },
})
