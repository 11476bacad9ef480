import { type Cidr, type Ip, readCidr, readIp } from '../../model/address.ts'
import { basicCodecs, codec } from '../codec.ts'
import { Inexpressible } from '../text.ts'

/** How values are written in keyfiles (nm-settings-keyfile(5)): GKeyFile knows no quotes, and only these words for a boolean. */
export const { word, integer, yesNo } = basicCodecs('keyfile', ['true', 'false'])

/** Any text: GKeyFile takes a backslash for the start of an escape and cuts blanks at the ends. */
export const escaped = codec<string, 'keyfile'>(
  'keyfile',
  value => value.replaceAll('\\', '\\\\').replaceAll(/^ | $/g, '\\s'),
  text => text.replaceAll(/\\([\\s])/g, (_, c) => (c === 's' ? ' ' : '\\')),
)

/** An item of a list: each ends in a semicolon. */
export const listed = codec<string, 'keyfile'>(
  'keyfile',
  value => `${value.replaceAll('\\', '\\\\')};`,
  text => text.replace(/;$/, '').replaceAll('\\\\', '\\'),
)

/** A pattern of [match]: `!`, `&` and `|` before it have a meaning. */
export const pattern = codec<string, 'keyfile'>(
  'keyfile',
  value => listed.print(value.replace(/^[!&|]/, '\\$&')),
  text => listed.read(text)?.replace(/^\\/, ''),
)

/** A network's name: as it is, or as the numbers of its bytes where a character has a meaning or is beyond ASCII. */
export const ssid = codec<string, 'keyfile'>(
  'keyfile',
  value =>
    /^[!-~]([ -~]*[!-~])?$/.test(value) && !/[;\\]/.test(value)
      ? value
      : bytes(value)
          .map(byte => `${byte};`)
          .join(''),
  text => (/^(\d+;)+$/.test(text) ? decode(text) : text),
)

const bytes = (value: string): readonly number[] =>
  [...encodeURIComponent(value).matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, plain = '']) =>
    hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16),
  )

const decode = (text: string): string => {
  const hex = (text.match(/\d+/g) ?? []).map(byte => `%${Number(byte).toString(16).padStart(2, '0')}`)
  return decodeURIComponent(hex.join(''))
}

/** A whole number that NetworkManager takes only within bounds: outside it drops the key, and the default comes back without a word. */
export const within = (low: number, high: number) =>
  codec<number, 'keyfile'>(
    'keyfile',
    value => {
      if (value >= low && value <= high && Number.isInteger(value)) return String(value)
      throw new Inexpressible(`it takes whole numbers from ${low} to ${high}`, 'choose a value in that range')
    },
    text => (/^\d+$/.test(text) ? Number(text) : undefined),
  )

export const ip = codec<Ip, 'keyfile'>('keyfile', value => value.text, readIp)

export const cidr = codec<Cidr, 'keyfile'>('keyfile', value => value.text, readCidr)
