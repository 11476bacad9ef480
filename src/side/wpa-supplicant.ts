import { combine, type Leaf } from '../model/leaf.ts'
import type { AccessPoint, Ethernet, KeyManagement, Wifi, WiredAuthentication, WowlanTrigger } from '../model/network.ts'
import { frequency } from '../normalise/wifi.ts'
import type { Context } from '../targets/context.ts'
import { IniDocument, type Section } from '../targets/documents/ini.ts'
import { nested } from '../targets/handlers.ts'
import type { Receipt } from '../targets/ledger.ts'
import { notManager } from '../targets/not-manager.ts'
import { type At, absent, type Fields } from '../targets/target.ts'
import { Inexpressible, text } from '../targets/text.ts'
import { namelessReason } from './side.ts'
import { type EapBlock, eapFields } from './wpa-eap.ts'
import { passphrase, quotedOrHex } from './wpa-text.ts'

/** What netglot writes into wpa_supplicant.conf(5). */
const vocabulary = {
  // What stands outside of all blocks.
  '': ['country', 'wowlan_triggers'],
  network: [
    'ssid',
    'scan_ssid',
    'mode',
    'bssid',
    'frequency',
    'freq_list',
    'key_mgmt',
    'pairwise',
    'group',
    'group_mgmt',
    'ieee80211w',
    'psk',
    'sae_password',
    'eap',
    'identity',
    'anonymous_identity',
    'password',
    'ca_cert',
    'client_cert',
    'private_key',
    'private_key_passwd',
    'phase2',
  ],
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
  context.answer.require(packageOf(context), 'joins the access point')
  const place = { path: `/etc/wpa_supplicant/wpa_supplicant-${name}.conf`, mode: '0600' }
  return context.add(new IniDocument<typeof vocabulary, 'wpa'>(place, vocabulary, context.ledger, 'shared/wpa'))
}

/** The configuration of a NIC whose switch asks who it is, where Debian's wpa_supplicant-wired@.service looks for it. */
export function wiredBlock<R, D>(link: Ethernet, context: Context<R, D>): EapBlock {
  const name = link.interface?.value
  if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  context.answer.require(packageOf(context), 'tells the switch who the machine is')
  const place = { path: wiredPath(name), mode: '0600' }
  return context.add(new IniDocument<typeof vocabulary, 'wpa'>(place, vocabulary, context.ledger, 'shared/wpa')).another('network')
}

/** Debian's name for the package, and everybody else's. */
const packageOf = <R, D>({ spelling }: Context<R, D>): string =>
  ['suse', 'ifupdown-ng'].includes(spelling.target) ? 'wpa_supplicant' : 'wpasupplicant'

export const wiredPath = (name: string): string => `/etc/wpa_supplicant/wpa_supplicant-wired-${name}.conf`

/** The leaves of 802.1X at a wired port: EAP of any kind is EAP over LAN there. */
export const wiredFields = <R, D>(): Fields<WiredAuthentication, EapBlock, At<R, D>> => ({
  ...eapFields<R, D>(),
  keyManagement: (leaf, block) => block.set('key_mgmt', text('wpa', wpaManagement['802.1x']), leaf),
})

type WpaDocument = IniDocument<typeof vocabulary, 'wpa'>

/** What a radio says outside of its networks, where `configuration` gives its file. */
export const radioFields = <R, D>(configuration: (docs: D, at: At<R, D>) => WpaDocument) => ({
  wakeOnWlan: (leaf: Leaf<WowlanTrigger>, docs: D, at: At<R, D>): Receipt => {
    if (leaf.value === 'default') return at.context.ledger.imply(leaf, 'it is left to the driver')
    if (leaf.value === 'tcp') throw new Inexpressible('wpa_supplicant does not have this trigger', 'take it out')
    return configuration(docs, at).section('').append('wowlan_triggers', text('wpa', leaf.value), leaf, ' ')
  },
  regulatoryDomain: (leaf: Leaf<string>, docs: D, at: At<R, D>): Receipt =>
    configuration(docs, at).section('').set('country', text('wpa', leaf.value), leaf),
})

/** The block for an access point. */
export const wpaNetwork = (document: IniDocument<typeof vocabulary, 'wpa'>, point: AccessPoint): WpaNetwork => ({
  block: document.another('network'),
  point,
})

/** wpa_supplicant's words for what a network may ask. */
export const wpaManagement: Readonly<Record<KeyManagement, string>> = {
  none: 'NONE',
  psk: 'WPA-PSK WPA-PSK-SHA256',
  'psk-sha256': 'WPA-PSK WPA-PSK-SHA256',
  eap: 'WPA-EAP',
  'eap-sha256': 'WPA-EAP WPA-EAP-SHA256',
  'eap-suite-b-192': 'WPA-EAP-SUITE-B-192',
  '802.1x': 'IEEE8021X',
  sae: 'SAE',
  'psk+sae': 'WPA-PSK WPA-PSK-SHA256 SAE',
}

/** Management frame protection, as netplan has it: WPA3 demands it; WPA2 alongside WPA3, and the methods with SHA-256, allow it. */
export const frameProtection: Readonly<Partial<Record<KeyManagement, 'required' | 'optional'>>> = {
  sae: 'required',
  'eap-suite-b-192': 'required',
  'psk+sae': 'optional',
  'psk-sha256': 'optional',
  'eap-sha256': 'optional',
}

/** WPA3 Enterprise with 192 bits has ciphers of its own, which wpa_supplicant does not choose of itself. */
const suiteB = { pairwise: 'GCMP-256', group: 'GCMP-256', group_mgmt: 'BIP-GMAC-256' } as const

/** How each field of an access point is written. */
export const accessPointFields = <R, D>(): Fields<AccessPoint, WpaNetwork, At<R, D>> => ({
  ssid: (leaf, { block }) => block.set('ssid', quotedOrHex(leaf.value), leaf),
  keyManagement: (leaf, { block }) => {
    const frames = frameProtection[leaf.value]
    if (frames !== undefined) block.put('ieee80211w', text('wpa', frames === 'required' ? '2' : '1'), 'protects management frames')
    if (leaf.value === 'eap-suite-b-192')
      for (const [key, cipher] of Object.entries(suiteB))
        block.put(key as keyof typeof suiteB, text('wpa', cipher), 'the ciphers of 192 bits')
    return block.set('key_mgmt', text('wpa', wpaManagement[leaf.value]), leaf)
  },
  password: (leaf, { block, point }) =>
    point.keyManagement.value === 'sae'
      ? block.set('sae_password', quotedOrHex(leaf.value), leaf)
      : block.set('psk', passphrase(leaf.value), leaf),
  eap: nested(({ block }: WpaNetwork) => block, eapFields<R, D>()),
  bssid: (leaf, { block }) => block.set('bssid', text('wpa', leaf.value), leaf),
  band: (leaf, { block, point }, at) =>
    point.channel === undefined && point.mode?.value !== 'adhoc'
      ? block.set('freq_list', text('wpa', bands[leaf.value].join(' ')), leaf)
      : at.context.ledger.imply(leaf, 'the channel’s frequency says it; an ad-hoc network has no other'),
  channel: (leaf, { block, point }) => oneFrequency(leaf, point, block),
  hidden: (leaf, { block }) => block.set('scan_ssid', text('wpa', leaf.value ? '1' : '0'), leaf),
  mode: (leaf, { block, point }, at) => {
    if (leaf.value === 'infrastructure')
      return at.context.ledger.imply(leaf, 'a station is what wpa_supplicant is where nothing else is said')
    if (leaf.value === 'ap') return at.context.ledger.lose(leaf, sharing)
    if (point.channel === undefined) throw new Inexpressible(...unsaidChannel)
    return block.set('mode', text('wpa', '1'), leaf)
  },
  networkManager: notManager<WpaNetwork, R, D>(),
})

export const unsaidChannel = ['wpa_supplicant has to be told the channel of an ad-hoc network', 'write `band` and `channel`'] as const

/** `ap` is NetworkManager's sharing: an access point with address translation and a DHCP server behind it. */
export const sharing = absent(
  'to be an access point means to share the network too, with a DHCP server and address translation, which wpa_supplicant has no part in',
  'render for networkmanager, or set up hostapd(8), a DHCP server and nftables by hand',
)

const oneFrequency = (channel: Leaf<number>, point: AccessPoint, block: NetworkBlock): Receipt => {
  const both = point.band === undefined ? channel : combine(channel, point.band, c => c)
  const megahertz = frequency(point.band?.value ?? '5GHz', channel.value)
  return block.set(point.mode?.value === 'adhoc' ? 'frequency' : 'freq_list', text('wpa', String(megahertz)), both)
}

const range = (band: string, channels: readonly number[]): readonly number[] => channels.flatMap(c => frequency(band, c) ?? [])
const every = (first: number, last: number, step: number): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step)

/** The frequencies of each band in MHz. */
const bands = {
  '2.4GHz': range('2.4GHz', every(1, 14, 1)),
  '5GHz': range('5GHz', [...every(36, 64, 4), ...every(100, 144, 4), ...every(149, 177, 4)]),
} as const
