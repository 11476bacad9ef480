import type { AccessPoint, Wifi } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { escaped, integer, ssid, word, yesNo } from '../format.ts'
import type { NmAt } from '../handlers.ts'
import type { Profile } from '../profiles.ts'

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
  // wpa-psk is WPA2, and WPA3 where the access point has both; `none` would be WEP.
  keyManagement: (leaf, profile, { context }) =>
    leaf.value === 'none'
      ? context.ledger.imply(leaf, 'an open network is one without [wifi-security]')
      : profile.section('wifi-security').set('key-mgmt', text('keyfile', leaf.value === 'sae' ? 'sae' : 'wpa-psk'), leaf),
  password: (leaf, profile) => profile.section('wifi-security').set('psk', escaped.print(leaf.value), leaf),
  bssid: (leaf, profile) => profile.section('wifi').set('bssid', word.print(leaf.value), leaf),
  band: (leaf, profile) => profile.section('wifi').set('band', text('keyfile', leaf.value === '5GHz' ? 'a' : 'bg'), leaf),
  channel: (leaf, profile, { link }) => {
    const point = (link as Wifi).accessPoints.find(({ channel }) => channel === leaf)
    if (point?.band?.value === '5GHz' && !channels5.includes(leaf.value))
      throw new Inexpressible('its table of 5 GHz channels does not have it', 'choose another channel, or take it out')
    return profile.section('wifi').set('channel', integer.print(leaf.value), leaf)
  },
  hidden: (leaf, profile) => profile.section('wifi').set('hidden', yesNo.print(leaf.value), leaf),
  mode: (leaf, profile) => profile.section('wifi').set('mode', word.print(leaf.value), leaf),
}
