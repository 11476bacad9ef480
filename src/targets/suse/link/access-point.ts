import { combine, type Leaf } from '../../../model/leaf.ts'
import { type AccessPoint, type Eap, type EapMethod, isHash, type KeyManagement, type Wifi } from '../../../model/network.ts'
import { frequency } from '../../../normalise/wifi.ts'
import { frameProtection, sharing, unsaidChannel, wpaManagement } from '../../../side/wpa-supplicant.ts'
import type { Section } from '../../documents/ini.ts'
import { nested } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import { notManager } from '../../not-manager.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, ssid, word, yesNo } from '../format.ts'
import type { SuseAt } from '../handlers.ts'
import { nth, type Variable } from '../keys.ts'

interface Slot {
  readonly variables: Section<Variable, 'ifcfg'>
  readonly index: number
  readonly point: AccessPoint
}

/** Several access points share a file: their variables carry a number. */
export function openAccessPoint(docs: Docs, point: AccessPoint, { link, context }: SuseAt): Slot {
  context.answer.require('wpa_supplicant', 'joins the access point')
  const slot = { variables: docs.ifcfg.variables, index: (link as Wifi).accessPoints.indexOf(point), point }
  if (point.hidden === undefined)
    slot.variables.put(
      nth('WIRELESS_HIDDEN_SSID', slot.index),
      yesNo.print(false),
      'wicked calls for every network by its name where nothing is said',
    )
  return slot
}

/** A ready key of 64 hex digits is of no use for WPA3, which starts from the passphrase. */
const usable = ({ keyManagement, password }: AccessPoint): KeyManagement =>
  keyManagement.value === 'psk+sae' && password?.value.length === 64 ? 'psk' : keyManagement.value

const eapWord =
  <T extends string>(name: Parameters<typeof nth>[0], print: (value: T) => string = value => value) =>
  (leaf: Leaf<T>, { variables, index }: Slot): Receipt =>
    variables.set(nth(name, index), word.print(print(leaf.value)), leaf)

const eapMode = eapWord<EapMethod>('WIRELESS_EAP_MODE', method => {
  if (method === 'leap' || method === 'pwd') throw new Inexpressible('wicked knows TLS, PEAP and TTLS only', 'choose one of those')
  return method.toUpperCase()
})

const eapFields: Fields<Eap, Slot, SuseAt> = {
  method: eapMode,
  identity: eapWord('WIRELESS_WPA_IDENTITY'),
  anonymousIdentity: eapWord('WIRELESS_WPA_ANONID'),
  password: eapWord('WIRELESS_WPA_PASSWORD', password => {
    if (isHash(password)) throw new Inexpressible('wicked would send the hash as the password', 'write the password')
    return password
  }),
  caCertificate: eapWord('WIRELESS_CA_CERT'),
  clientCertificate: eapWord('WIRELESS_CLIENT_CERT'),
  clientKey: eapWord('WIRELESS_CLIENT_KEY'),
  clientKeyPassword: eapWord('WIRELESS_CLIENT_KEY_PASSWORD'),
  phase2: eapWord('WIRELESS_EAP_AUTH', inner => inner.toLowerCase()),
}

export const accessPointFields: Fields<AccessPoint, Slot, SuseAt> = {
  ssid: (leaf, { variables, index }) => variables.set(nth('WIRELESS_ESSID', index), ssid.print(leaf.value), leaf),
  keyManagement: (leaf, { variables, index, point }) => {
    if (leaf.value === 'eap-suite-b-192' || leaf.value === '802.1x')
      throw new Inexpressible('wicked’s WIRELESS_KEY_MGMT has no word for it', 'use `eap` or `eap-sha256`, if the network takes it')
    const frames = frameProtection[usable(point)]
    if (frames !== undefined) variables.put(nth('WIRELESS_PMF', index), word.print(frames), 'protects management frames')
    return variables.set(nth('WIRELESS_KEY_MGMT', index), word.print(wpaManagement[usable(point)]), leaf)
  },
  password: (leaf, { variables, index }) => variables.set(nth('WIRELESS_WPA_PSK', index), word.print(leaf.value), leaf),
  eap: nested((slot: Slot) => slot, eapFields),
  bssid: (leaf, { variables, index }) => variables.set(nth('WIRELESS_AP', index), word.print(leaf.value), leaf),
  band: (leaf, { variables, index, point }, { context }) =>
    point.channel === undefined && point.mode?.value !== 'adhoc'
      ? variables.set(nth('WIRELESS_FREQUENCY_LIST', index), word.print(leaf.value), leaf)
      : context.ledger.imply(leaf, 'the frequency of the channel says it'),
  channel: (leaf, { variables, index, point }) => {
    const both = point.band === undefined ? leaf : combine(leaf, point.band, channel => channel)
    if (point.mode?.value === 'adhoc') return variables.set(nth('WIRELESS_CHANNEL', index), integer.print(leaf.value), both)
    const megahertz = frequency(point.band?.value ?? '5GHz', leaf.value) ?? leaf.value
    return variables.set(nth('WIRELESS_FREQUENCY_LIST', index), integer.print(megahertz), both)
  },
  hidden: (leaf, { variables, index }) => variables.set(nth('WIRELESS_HIDDEN_SSID', index), yesNo.print(leaf.value), leaf),
  mode: (leaf, { variables, index, point }, { context }) => {
    if (leaf.value === 'ap') return context.ledger.lose(leaf, sharing)
    if (leaf.value === 'adhoc' && point.channel === undefined) throw new Inexpressible(...unsaidChannel)
    return variables.set(nth('WIRELESS_MODE', index), word.print(leaf.value === 'adhoc' ? 'ad-hoc' : 'managed'), leaf)
  },
  networkManager: notManager<Slot, undefined, Docs>(),
}
