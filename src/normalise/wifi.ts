import { bytes } from '../description/scalars.ts'
import type { AccessPointDescription, WifiDescription } from '../description/schema/index.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { AccessPoint, KeyManagement, Wifi } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { physicalLink } from './physical.ts'
import { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** A Wi-Fi station. */
export function wifi(definition: Definition<WifiDescription>, scope: Scope): Wifi {
  const { id, place } = definition
  const points = Object.entries(place.value['access-points'] ?? {})
  if (points.length === 0) scope.report.add('no-access-points', { id }, { place: { path: place.path, key: true } })
  return {
    kind: 'wifi',
    ...physicalLink('wifi', definition, scope),
    fourAddress: place.leaf('4addr'),
    accessPoints: points.map(([ssid, d]) => accessPoint(ssid, new Place(d, place.at('access-points', ssid)), scope)),
  }
}

const accessPoint = (ssid: string, d: Place<AccessPointDescription>, scope: Scope): AccessPoint => {
  const auth = d.place('auth')
  const password = secret(d.leaf('password') ?? auth?.leaf('password'))
  const management = auth?.leaf('key-management') ?? silent<KeyManagement>(password === undefined ? 'none' : 'psk+sae')
  const complain = (what: string): void => scope.report.add('access-point-auth', { what }, { place: { path: d.path, key: true } })
  if (ssid === '' || bytes(ssid) > 32) complain('the name of a Wi-Fi network has 1 to 32 bytes')
  if (d.value.password !== undefined && auth?.value.password !== undefined) complain('the passphrase is given twice')
  if (management.value === 'none' && password !== undefined) complain('an open network has no passphrase')
  if (management.value !== 'none' && password === undefined) complain('a protected network needs its passphrase')
  if (password !== undefined && !fits(password.value, management.value)) complain(passphraseRule)
  return {
    ssid: new Leaf(ssid, [d.path]),
    keyManagement: management,
    password,
    bssid: d.leaf('bssid'),
    band: d.leaf('band')?.map(band => (band.startsWith('5') ? '5GHz' : '2.4GHz')),
    channel: channelOf(d, scope),
    hidden: d.leaf('hidden'),
    mode: d.leaf('mode'),
  }
}

const passphraseRule = 'a passphrase has 8 to 63 ASCII characters; 64 hex digits are a ready key, for WPA2 only'

/** IEEE 802.11-2020 J.4: printable ASCII; wpa_supplicant takes a ready PSK in hex too. */
const fits = (password: string, management: KeyManagement): boolean =>
  /^[ -~]{8,63}$/.test(password) || (/^[0-9a-fA-F]{64}$/.test(password) && management !== 'sae')

const secret = (leaf: Leaf<string> | undefined): Leaf<string> | undefined => leaf && new Leaf(leaf.value, leaf.origins, true)

/** netplan reads a channel only beside a band. */
const channelOf = (d: Place<AccessPointDescription>, scope: Scope): Leaf<number> | undefined => {
  const channel = d.leaf('channel')
  if (channel === undefined) return undefined
  const { band } = d.value
  if (band === undefined) scope.noEffect(channel, 'there is no `band` beside it')
  else if (frequency(band, channel.value) === undefined) badChannel(channel, band, scope)
  return band === undefined ? undefined : channel
}

const badChannel = (channel: Leaf<number>, band: string, scope: Scope): void => {
  const [path] = channel.origins
  const expected = band.startsWith('5') ? 'a channel of the 5 GHz band, such as 36' : 'a channel of the 2.4 GHz band: 1 to 14'
  if (path !== undefined) scope.report.add('bad-value', { value: String(channel.value), expected }, { place: { path } })
}

/** The frequency of a channel in MHz (IEEE 802.11-2020 E.1); undefined when the band has no such channel. */
export function frequency(band: string, channel: number): number | undefined {
  if (band.startsWith('5')) return channel >= 32 && channel <= 177 ? 5000 + 5 * channel : undefined
  if (channel === 14) return 2484
  return channel >= 1 && channel <= 13 ? 2407 + 5 * channel : undefined
}
