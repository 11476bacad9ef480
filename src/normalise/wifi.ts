import { bytes } from '../description/scalars.ts'
import type { AccessPointDescription, AuthDescription, WifiDescription } from '../description/schema/index.ts'
import { Leaf } from '../model/leaf.ts'
import { leavesOf } from '../model/leaves.ts'
import { type AccessPoint, asksServer, type KeyManagement, type Wifi } from '../model/network.ts'
import { eapOf, idle, secret } from './authentication.ts'
import type { Definition } from './definitions.ts'
import { managerSettings, refuseTwice } from './network-manager.ts'
import { physicalLink } from './physical.ts'
import { Place } from './place.ts'
import type { Scope } from './scope.ts'

const passedOver = 'netplan reads `auth` of a radio and passes over it; write it below each access point'

/** A radio. */
export function wifi(definition: Definition<WifiDescription>, scope: Scope): Wifi {
  const { id, place } = definition
  const points = Object.entries(place.value['access-points'] ?? {})
  if (points.length === 0) scope.report.add('no-access-points', { id }, { place: { path: place.path, key: true } })
  const auth = place.place('auth')
  if (auth !== undefined) idle({ management: auth.leaf('key-management'), ...eapOf(auth) }, passedOver, scope)
  const accessPoints = points.map(([ssid, d]) => accessPoint(ssid, new Place(d, place.at('access-points', ssid)), id, scope))
  const common = physicalLink('wifi', definition, scope)
  // The UUID of a radio is that of each of its profiles that has none of its own; NetworkManager itself writes it at both.
  for (const { networkManager: own } of accessPoints) refuseTwice(own?.uuid === undefined ? common.networkManager : own, scope)
  return {
    kind: 'wifi',
    ...common,
    wakeOnWlan: wakeOnWlan(place, scope),
    regulatoryDomain: regulatoryDomain(place, scope),
    fourAddress: place.leaf('4addr'),
    accessPoints,
  }
}

/** The empty list means what `default` means. */
const wakeOnWlan = (place: Place<WifiDescription>, scope: Scope): Wifi['wakeOnWlan'] => {
  const triggers = place.items('wakeonwlan')
  const byDriver = triggers.find(trigger => trigger.value === 'default')
  const [path] = byDriver?.origins ?? []
  if (triggers.length > 1 && path !== undefined)
    scope.report.add('bad-value', { value: 'default', expected: 'the only item of the list, or not in it' }, { place: { path } })
  return triggers
}

/** cfg80211 has one for the whole machine. */
const regulatoryDomain = (place: Place<WifiDescription>, scope: Scope): Leaf<string> | undefined => {
  const own = place.leaf('regulatory-domain')
  if (own === undefined) return undefined
  scope.regulatoryDomain ??= own.value
  if (scope.regulatoryDomain === own.value) return own
  scope.noEffect(own, `the machine has one regulatory domain, and another radio says ${scope.regulatoryDomain}`)
  return undefined
}

const accessPoint = (ssid: string, d: Place<AccessPointDescription>, id: string, scope: Scope): AccessPoint => {
  const auth = d.place('auth')
  const management = managementOf(d, auth)
  const complain = (what: string): void => scope.report.add('access-point-auth', { what }, { place: { path: d.path, key: true } })
  if (ssid === '' || bytes(ssid) > 32) complain('the name of a Wi-Fi network has 1 to 32 bytes')
  return {
    ssid: new Leaf(ssid, [d.path]),
    keyManagement: management,
    ...credentials(d, auth, management.value, scope, complain),
    bssid: d.leaf('bssid'),
    band: d.leaf('band')?.map(band => (band.startsWith('5') ? '5GHz' : '2.4GHz')),
    channel: channelOf(d, scope),
    hidden: d.leaf('hidden'),
    mode: d.leaf('mode'),
    networkManager: managerSettings(d.place('networkmanager'), id, scope.references.rendererOf(id), scope),
  }
}

type Complain = (what: string) => void

/** A password alone is a passphrase for WPA2 and WPA3 alike. */
const managementOf = (d: Place<AccessPointDescription>, auth: Place<AuthDescription> | undefined): Leaf<KeyManagement> => {
  const written = auth?.leaf('key-management')
  if (written !== undefined) return written
  const protectedBy = d.value.password !== undefined || auth?.value.password !== undefined
  return new Leaf<KeyManagement>(protectedBy ? 'psk+sae' : 'none', auth === undefined ? [] : auth.emptyOrigin)
}

/** The passphrase, or what a server wants to know; what is of no use for the other is told. */
function credentials(
  d: Place<AccessPointDescription>,
  auth: Place<AuthDescription> | undefined,
  management: KeyManagement,
  scope: Scope,
  complain: Complain,
): Pick<AccessPoint, 'password' | 'eap'> {
  const eap = auth && eapOf(auth)
  const short = secret(d.leaf('password'))
  if (asksServer(management)) {
    idle(short, `\`key-management: ${management}\` takes no passphrase: the password stands below \`auth\``, scope)
    return { password: undefined, eap }
  }
  const { password: inAuth, ...others } = eap ?? { password: undefined }
  if (auth?.value['key-management'] === undefined && leavesOf(others).length > 0) complain(unsaidManagement)
  else idle(others, `\`key-management: ${management}\` asks no authentication server`, scope)
  const password = short ?? inAuth
  if (short !== undefined && inAuth !== undefined) complain('the passphrase is given twice')
  if (management === 'none' && password !== undefined) complain('an open network has no passphrase')
  if (management !== 'none' && password === undefined) complain('a protected network needs its passphrase')
  if (password !== undefined && !fits(password.value, management)) complain(passphraseRule)
  return { password, eap: undefined }
}

const unsaidManagement = '`auth` says who the user is, but not by which `key-management` the network asks for it, such as `eap`'

const passphraseRule = 'a passphrase has 8 to 63 ASCII characters; 64 hex digits are a ready key, for WPA2 only'

/** IEEE 802.11-2020 J.4: printable ASCII; wpa_supplicant takes a ready PSK in hex too. */
const fits = (password: string, management: KeyManagement): boolean =>
  /^[ -~]{8,63}$/.test(password) || (/^[0-9a-fA-F]{64}$/.test(password) && management !== 'sae')

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
