import { combine, type Leaf } from '../model/leaf.ts'
import type { AccessPoint, KeyManagement, Wifi } from '../model/network.ts'
import { frequency } from '../normalise/wifi.ts'
import type { Context } from '../targets/context.ts'
import { IniDocument, type Section } from '../targets/documents/ini.ts'
import type { Receipt } from '../targets/ledger.ts'
import type { At, Fields } from '../targets/target.ts'
import { Inexpressible, type Text, text } from '../targets/text.ts'

/** What netglot writes into wpa_supplicant.conf(5). */
const vocabulary = {
  network: ['ssid', 'scan_ssid', 'bssid', 'freq_list', 'key_mgmt', 'ieee80211w', 'psk', 'sae_password'],
} as const

type NetworkBlock = Section<(typeof vocabulary)['network'][number], 'wpa'>

/** One access point of the configuration, while its leaves are placed. */
export interface WpaNetwork {
  readonly block: NetworkBlock
  readonly point: AccessPoint
}

/** The configuration of a radio, where Debian's wpa_supplicant@.service and ifupdown's wpa-conf look for it. */
export function wpaConfiguration<R, D>(link: Wifi, context: Context<R, D>): IniDocument<typeof vocabulary, 'wpa'> | undefined {
  const name = link.interface?.value
  if (name === undefined) return undefined
  context.answer.require('wpasupplicant', 'joins the access point')
  const place = { path: `/etc/wpa_supplicant/wpa_supplicant-${name}.conf`, mode: '0600' }
  return context.add(new IniDocument<typeof vocabulary, 'wpa'>(place, vocabulary, context.ledger, 'shared/wpa'))
}

/** The block for an access point. */
export const wpaNetwork = (document: IniDocument<typeof vocabulary, 'wpa'>, point: AccessPoint): WpaNetwork => ({
  block: document.another('network'),
  point,
})

const management: Readonly<Record<KeyManagement, string>> = {
  none: 'NONE',
  psk: 'WPA-PSK WPA-PSK-SHA256',
  sae: 'SAE',
  'psk+sae': 'WPA-PSK WPA-PSK-SHA256 SAE',
}

/** Management frame protection: WPA3 demands it, WPA2 alongside WPA3 allows it. */
const protection: Readonly<Partial<Record<KeyManagement, string>>> = { sae: '2', 'psk+sae': '1' }

/** How each field of an access point is written. */
export const accessPointFields = <R, D>(): Fields<AccessPoint, WpaNetwork, At<R, D>> => ({
  ssid: (leaf, { block }) => block.set('ssid', quotedOrHex(leaf.value), leaf),
  keyManagement: (leaf, { block }) => {
    const frames = protection[leaf.value]
    if (frames !== undefined) block.put('ieee80211w', text('wpa', frames), 'SAE protects management frames')
    return block.set('key_mgmt', text('wpa', management[leaf.value]), leaf)
  },
  password: (leaf, { block, point }) =>
    point.keyManagement.value === 'sae'
      ? block.set('sae_password', quotedOrHex(leaf.value), leaf)
      : block.set('psk', passphrase(leaf.value), leaf),
  bssid: (leaf, { block }) => block.set('bssid', text('wpa', leaf.value), leaf),
  band: (leaf, { block, point }, at) =>
    point.channel === undefined
      ? block.set('freq_list', text('wpa', bands[leaf.value].join(' ')), leaf)
      : at.context.ledger.imply(leaf, 'the channel’s frequency says it'),
  channel: (leaf, { block, point }) => oneFrequency(leaf, point, block),
  hidden: (leaf, { block }) => block.set('scan_ssid', text('wpa', leaf.value ? '1' : '0'), leaf),
  mode: (leaf, _network, at) => at.context.ledger.imply(leaf, 'a station is what wpa_supplicant is where nothing else is said'),
})

const oneFrequency = (channel: Leaf<number>, point: AccessPoint, block: NetworkBlock): Receipt => {
  const both = point.band === undefined ? channel : combine(channel, point.band, c => c)
  const megahertz = frequency(point.band?.value ?? '5GHz', channel.value)
  return block.set('freq_list', text('wpa', String(megahertz)), both)
}

const range = (band: string, channels: readonly number[]): readonly number[] => channels.flatMap(c => frequency(band, c) ?? [])
const every = (first: number, last: number, step: number): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step)

/** The frequencies of each band in MHz. */
const bands = {
  '2.4GHz': range('2.4GHz', every(1, 14, 1)),
  '5GHz': range('5GHz', [...every(36, 64, 4), ...every(100, 144, 4), ...every(149, 177, 4)]),
} as const

/** A string as wpa_supplicant reads it: quoted, or in hex where a quote, a backslash or a comment sign would be read otherwise. */
const quotedOrHex = (value: string): Text<'wpa'> => text('wpa', /^[ !$-[\]-~]+$/.test(value) ? `"${value}"` : hex(value))

const hex = (value: string): string =>
  [...unescapedBytes(encodeURIComponent(value))].map(byte => byte.toString(16).padStart(2, '0')).join('')

const unescapedBytes = function* (encoded: string): Generator<number> {
  for (const [, percent, plain] of encoded.matchAll(/%([0-9A-F]{2})|(.)/g))
    yield percent === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(percent, 16)
}

/** `psk` takes a quoted passphrase or 64 hex digits, and no other escape: a `#` after a quote inside would start a comment. */
function passphrase(value: string): Text<'wpa'> {
  if (/^[0-9a-fA-F]{64}$/.test(value)) return text('wpa', value)
  if (/".*#/.test(value))
    throw new Inexpressible('wpa_supplicant would take its # for a comment', 'write the 64 hex digits that wpa_passphrase(8) makes of it')
  return text('wpa', `"${value}"`)
}
