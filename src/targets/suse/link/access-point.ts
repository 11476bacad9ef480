import { combine } from '../../../model/leaf.ts'
import type { AccessPoint, KeyManagement, Wifi } from '../../../model/network.ts'
import { frequency } from '../../../normalise/wifi.ts'
import type { Section } from '../../documents/ini.ts'
import type { Fields } from '../../target.ts'
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

const management: Readonly<Record<KeyManagement, string>> = {
  none: 'NONE',
  psk: 'WPA-PSK WPA-PSK-SHA256',
  sae: 'SAE',
  'psk+sae': 'WPA-PSK WPA-PSK-SHA256 SAE',
}

/** Management frame protection: WPA3 demands it, WPA2 alongside WPA3 allows it. */
const protection: Readonly<Partial<Record<KeyManagement, string>>> = { sae: 'required', 'psk+sae': 'optional' }

/** A ready key of 64 hex digits is of no use for WPA3, which starts from the passphrase. */
const usable = ({ keyManagement, password }: AccessPoint): KeyManagement =>
  keyManagement.value === 'psk+sae' && password?.value.length === 64 ? 'psk' : keyManagement.value

export const accessPointFields: Fields<AccessPoint, Slot, SuseAt> = {
  ssid: (leaf, { variables, index }) => variables.set(nth('WIRELESS_ESSID', index), ssid.print(leaf.value), leaf),
  keyManagement: (leaf, { variables, index, point }) => {
    const frames = protection[usable(point)]
    if (frames !== undefined) variables.put(nth('WIRELESS_PMF', index), word.print(frames), 'WPA3 protects management frames')
    return variables.set(nth('WIRELESS_KEY_MGMT', index), word.print(management[usable(point)]), leaf)
  },
  password: (leaf, { variables, index }) => variables.set(nth('WIRELESS_WPA_PSK', index), word.print(leaf.value), leaf),
  bssid: (leaf, { variables, index }) => variables.set(nth('WIRELESS_AP', index), word.print(leaf.value), leaf),
  band: (leaf, { variables, index, point }, { context }) =>
    point.channel === undefined
      ? variables.set(nth('WIRELESS_FREQUENCY_LIST', index), word.print(leaf.value), leaf)
      : context.ledger.imply(leaf, 'the frequency of the channel says it'),
  channel: (leaf, { variables, index, point }) => {
    const both = point.band === undefined ? leaf : combine(leaf, point.band, channel => channel)
    const megahertz = frequency(point.band?.value ?? '5GHz', leaf.value) ?? leaf.value
    return variables.set(nth('WIRELESS_FREQUENCY_LIST', index), integer.print(megahertz), both)
  },
  hidden: (leaf, { variables, index }) => variables.set(nth('WIRELESS_HIDDEN_SSID', index), yesNo.print(leaf.value), leaf),
  mode: (leaf, { variables, index }) => variables.set(nth('WIRELESS_MODE', index), word.print('managed'), leaf),
}
