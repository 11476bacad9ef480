import type { Cidr, Family, Ip } from '../../model/address.ts'
import { networkOf, readCidr, readIp } from '../../model/address.ts'
import { basicCodecs, codec } from '../codec.ts'
import { Inexpressible, type Text, text } from '../text.ts'

/** How values are written in interfaces(5): nothing is quoted, ever. */
export const { word, integer, yesNo: onOff } = basicCodecs('stanza', ['on', 'off'])

export const ip = codec<Ip, 'stanza'>('stanza', value => value.text, readIp)

export const cidr = codec<Cidr, 'stanza'>('stanza', value => value.text, readCidr)

/** A time in seconds; brctl(8) takes fractions. */
export const seconds = codec<number, 'stanza'>('stanza', String, value => (/^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined))

/** A time in whole seconds. */
export const wholeSeconds = codec<number, 'stanza'>(
  'stanza',
  value => {
    if (!Number.isInteger(value)) throw new Inexpressible('it takes whole seconds only', 'write whole seconds')
    return String(value)
  },
  integer.read,
)

/** A command line. */
export const command = (line: string): Text<'stanza'> => text('stanza', line)

/**
 * A value as one word of a command line. A quote inside single quotes is written `'"'"'` and not `'\''`, since ifupdown2 makes a blank of
 * every backslash; and `$IFACE` is torn apart, since ifupdown2 puts the name in for it before a shell sees it.
 */
export const shellWord = (value: string): Text<'stanza'> => text('stanza', /^[A-Za-z0-9_./:@+=-]+$/.test(value) ? value : quoted(value))

const quoted = (value: string): string => `'${value.replaceAll("'", `'"'"'`).replaceAll('$IFACE', () => "$''IFACE")}'`

/** ip(8) with the family that it needs to be told. */
export const ipProgram = (family: Family): string => (family === 4 ? 'ip' : 'ip -6')

/** A destination as ip(8) takes it: it refuses IPv4 prefixes with bits of the host. */
export const destination = (cidr: Cidr): Text<'stanza'> => {
  if (cidr.prefix === 0) return text('stanza', 'default')
  return text('stanza', cidr.family === 6 ? cidr.text : networkOf(cidr).text)
}
