import { type Cidr, type Ip, readCidr, readIp } from '../../model/address.ts'
import { basicCodecs, codec } from '../codec.ts'

/** How values are written in systemd's network files (systemd.syntax(7)): nothing is quoted, ever. */
export const { word, integer, yesNo } = basicCodecs('ini', ['yes', 'no'])

/** A time: a bare number is seconds. */
export const seconds = codec<number, 'ini'>(
  'ini',
  value => (Number.isInteger(value) ? String(value) : `${Math.round(value * 1000)}ms`),
  text => (/^\d+$/.test(text) ? Number(text) : /^\d+ms$/.test(text) ? Number(text.slice(0, -2)) / 1000 : undefined),
)

/** A time that the file gives in milliseconds. */
export const milliseconds = codec<number, 'ini'>(
  'ini',
  value => `${value}ms`,
  text => (/^\d+ms$/.test(text) ? Number(text.slice(0, -2)) : undefined),
)

export const ip = codec<Ip, 'ini'>('ini', value => value.text, readIp)

export const cidr = codec<Cidr, 'ini'>('ini', value => value.text, readCidr)
