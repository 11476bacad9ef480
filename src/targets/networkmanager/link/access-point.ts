import { type AccessPoint, asksServer, type Wifi } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { escaped, integer, ssid, word, yesNo } from '../format.ts'
import type { NmAt } from '../handlers.ts'
import type { Profile } from '../profiles.ts'
import { ofPoint } from '../settings.ts'
import { eap, managementWord, protectionNumber, refuseIncomplete } from './authentication.ts'

/** Each access point is a profile of its own; NetworkManager takes the one that is in reach. */
export function profileOf(docs: Docs, point: AccessPoint, { link }: NmAt): Profile {
  const profile = docs.profiles.all[(link as Wifi).accessPoints.indexOf(point)]
  if (profile === undefined) throw new Error('an access point without a profile')
  return profile
}

/** libnm's own table (nm_utils_wifi_is_channel_valid): with another channel it refuses the whole profile. */
export const channels5 = [
  7, 8, 9, 11, 12, 16, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 56, 58, 60, 64, 100, 104, 108, 112, 116, 120, 124, 128, 132, 136, 140, 149,
  152, 153, 157, 160, 161, 165, 183, 184, 185, 187, 188, 192, 196,
]

export const accessPointFields: Fields<AccessPoint, Profile, NmAt> = {
  ssid: (leaf, profile) => profile.section('wifi').set('ssid', ssid.print(leaf.value), leaf),
  keyManagement: (leaf, profile, { link, context }) => {
    if (leaf.value === 'none') return context.ledger.imply(leaf, 'an open network is one without [wifi-security]')
    const point = (link as Wifi).accessPoints.find(({ keyManagement }) => keyManagement === leaf)
    if (asksServer(leaf.value)) refuseIncomplete(point?.eap)
    const frames = protectionNumber(leaf.value)
    if (frames !== undefined) profile.section('wifi-security').put('pmf', frames, 'protects management frames')
    return profile.section('wifi-security').set('key-mgmt', managementWord(leaf.value), leaf)
  },
  password: (leaf, profile) => profile.section('wifi-security').set('psk', escaped.print(leaf.value), leaf),
  eap,
  bssid: (leaf, profile) => profile.section('wifi').set('bssid', word.print(leaf.value), leaf),
  band: (leaf, profile) => profile.section('wifi').set('band', text('keyfile', leaf.value === '5GHz' ? 'a' : 'bg'), leaf),
  channel: (leaf, profile, { link }) => {
    const point = (link as Wifi).accessPoints.find(({ channel }) => channel === leaf)
    if (point?.band?.value === '5GHz' && !channels5.includes(leaf.value))
      throw new Inexpressible('its table of 5 GHz channels does not have it', 'choose another channel, or take it out')
    return profile.section('wifi').set('channel', integer.print(leaf.value), leaf)
  },
  hidden: (leaf, profile) => profile.section('wifi').set('hidden', yesNo.print(leaf.value), leaf),
  mode: (leaf, profile) => {
    // As netplan has it: the clients get their addresses from NetworkManager, which translates them.
    if (leaf.value === 'ap') profile.section('ipv4').set('method', text('keyfile', 'shared'), leaf)
    return profile.section('wifi').set('mode', word.print(leaf.value), leaf)
  },
  networkManager: ofPoint,
}
