import type { Cidr } from '../../model/address.ts'
import { readCidr } from '../../model/address.ts'
import { basicCodecs, codec } from '../codec.ts'
import { Inexpressible } from '../text.ts'

/** wicked knows no escapes: a value stands between quotes of a kind that it does not hold (src/sysconfig.c, unquote). */
function quotable(value: string): string {
  if (value.includes("'") && value.includes('"'))
    throw new Inexpressible('a value between quotes can’t hold both kinds of quotes', 'leave out one kind of quotes')
  return value
}

export const word = codec<string, 'ifcfg'>('ifcfg', quotable, value => value)

export const { integer, yesNo } = basicCodecs('ifcfg', ['yes', 'no'])

/** On and off: BRIDGE_STP knows no `true`. */
export const onOff = basicCodecs('ifcfg', ['on', 'off']).yesNo

/** A time; the kernel counts in hundredths of a second. */
export const seconds = codec<number, 'ifcfg'>(
  'ifcfg',
  value => String(Math.round(value * 100) / 100),
  text => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
)

export const cidr = codec<Cidr, 'ifcfg'>('ifcfg', value => value.text, readCidr)

/** The name of a Wi-Fi network: wicked reads C escapes in it (src/wireless.c, ni_wireless_ssid_parse). */
export const ssid = codec<string, 'ifcfg'>(
  'ifcfg',
  value => value.replaceAll('\\', '\\\\').replaceAll("'", '\\x27'),
  text => text.replaceAll(/\\(x27|\\)/g, (_, escaped: string) => (escaped === 'x27' ? "'" : '\\')),
)

/** A number within what wicked takes; it leaves out, or drops the whole device for, what is not. */
export const within = (low: number, high: number, what: string, number = integer) =>
  codec<number, 'ifcfg'>(
    'ifcfg',
    value => {
      if (value < low || value > high)
        throw new Inexpressible(`wicked takes ${what} from ${low} to ${high} only`, 'write one within that range')
      return number.print(value)
    },
    number.read,
  )
