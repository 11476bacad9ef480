import type { Leaf } from '../../../model/leaf.ts'
import { type AccessPoint, asksServer, type KeyManagement, type Wifi } from '../../../model/network.ts'
import { sharing, unsaidChannel } from '../../../side/wpa-supplicant.ts'
import { nested, written } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import { channels5 } from '../../networkmanager/link/access-point.ts'
import { type Fields, value } from '../../target.ts'
import { Inexpressible } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { bare, integer, word, yesNo } from '../format.ts'
import type { NetplanAt } from '../handlers.ts'
import { accessPointKeys, authKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'
import { usesNetworkManager } from '../renderer.ts'
import { authWord, eap, knowsWord, refuse } from './authentication.ts'
import { ofPoint } from './network-manager.ts'
import { physical } from './physical.ts'

type PointPlace = Mapping<(typeof accessPointKeys)[number]>

interface OpenPoint {
  readonly mapping: PointPlace
  readonly point: AccessPoint
}

const openPoint = (docs: Docs, point: AccessPoint, at: NetplanAt): OpenPoint => {
  const name = word.print(point.ssid.value)
  if (!usesNetworkManager(at.link, at.context.network)) refuseMisread(point.ssid.value, at)
  return { mapping: docs.definition.below('access-points', [name]).below(name, accessPointKeys), point }
}

/** What netplan writes for wpa_supplicant reads otherwise there: 0.106 quotes nothing, 1.1 escapes quotes alone; a # after a quote starts a comment. */
const refuseMisread = (ssid: string, at: NetplanAt): void => {
  if (/".*#/.test(ssid)) throw new Inexpressible('netplan writes it so that wpa_supplicant takes its # for a comment', rename)
  if (ssid.includes('\\') && at.context.since('1.1'))
    throw new Inexpressible('netplan writes its backslash so that wpa_supplicant takes it for an escape', rename)
}
const rename = 'choose NetworkManager as the renderer, or another name for the network'

const keyManagement = (leaf: Leaf<KeyManagement>, { mapping, point }: OpenPoint, at: NetplanAt): Receipt => {
  const { context } = at
  if (leaf.value === 'psk+sae' || (leaf.value === 'none' && !leaf.written))
    return context.ledger.imply(leaf, 'a password alone, or none, says it')
  const auth = mapping.below('auth', authKeys)
  if (asksServer(leaf.value)) keepClosed(auth, point, at)
  // Without a word for it netplan joins an open network of that name, and leaves the password out.
  if (!knowsWord(leaf.value, context) && asksServer(leaf.value)) auth.put('key-management', bare.print('eap'), 'the nearest that 0.106 has')
  return authWord<KeyManagement>('key-management')(leaf, auth, at)
}

/** Without a word for it NetworkManager would join an open network of that name; with the word alone it refuses the profile. */
const keepClosed = (auth: Mapping<'key-management'>, point: OpenPoint['point'], at: NetplanAt): void => {
  try {
    refuse(point.eap, at)
  } catch (error) {
    auth.put('key-management', bare.print('eap'), 'NetworkManager refuses the profile, and joins no open network of that name')
    throw error
  }
}

/** netplan hands it to wpa_supplicant as it is, where a # after a quote starts a comment. */
const password = (leaf: Leaf<string>, { mapping, point }: OpenPoint, { link, context }: NetplanAt): Receipt => {
  if (/".*#/.test(leaf.value) && !usesNetworkManager(link, context.network)) return context.ledger.lose(leaf, commented)
  const management = point.keyManagement.value
  const alone = management === 'psk+sae' || !knowsWord(management, context)
  const place = alone ? mapping : mapping.below('auth', authKeys)
  return place.set('password', word.print(leaf.value), leaf)
}
const commented = value(
  'netplan writes it so that wpa_supplicant takes its # for a comment',
  'write the 64 hex digits that wpa_passphrase(8) makes of it, or choose NetworkManager as the renderer',
)

const evens = (from: number, to: number): number[] => Array.from({ length: (to - from) / 2 + 1 }, (_, i) => from + 2 * i)
/** netplan's table of 5 GHz channels (its src/util.c); it refuses others. libnm has one of its own, and refuses the whole profile. */
const netplanChannels = [...evens(32, 64), 68, 96, ...evens(100, 144), 149, 151, 153, 155, 157, 159, 161, 165, 169, 173]

const channel = (leaf: Leaf<number>, { mapping, point }: OpenPoint, { link, context }: NetplanAt): Receipt => {
  const known = usesNetworkManager(link, context.network) ? netplanChannels.filter(c => channels5.includes(c)) : netplanChannels
  if (point.band?.value === '5GHz' && !known.includes(leaf.value))
    throw new Inexpressible('its table of 5 GHz channels does not have it', 'choose another channel, or take it out')
  return mapping.set('channel', integer.print(leaf.value), leaf)
}

const pointFields: Fields<AccessPoint, OpenPoint, NetplanAt> = {
  ssid: (leaf, { mapping }) => mapping.name(leaf),
  keyManagement,
  password,
  eap,
  bssid: (leaf, { mapping }) => mapping.set('bssid', word.print(leaf.value), leaf),
  band: (leaf, { mapping }) => mapping.set('band', bare.print(leaf.value), leaf),
  channel,
  hidden: (leaf, { mapping }) => mapping.set('hidden', yesNo.print(leaf.value), leaf),
  mode: written((leaf, { mapping, point }, { link, context }) => {
    const manager = usesNetworkManager(link, context.network)
    if (leaf.value === 'ap' && !manager) return context.ledger.lose(leaf, sharing)
    if (leaf.value === 'adhoc' && !manager && point.channel === undefined) throw new Inexpressible(...unsaidChannel)
    return mapping.set('mode', bare.print(leaf.value), leaf)
  }),
  networkManager: ofPoint,
}

export const wifi = {
  ...physical,
  fourAddress: (leaf, docs) => docs.side.fourAddress(leaf),
  wakeOnWlan: (leaf, { definition }, { link, context }) => {
    if (leaf.value === 'tcp' && !usesNetworkManager(link, context.network))
      throw new Inexpressible('netplan takes it with NetworkManager only', 'take it out, or choose NetworkManager as the renderer')
    return definition.append('wakeonwlan', bare.print(leaf.value), leaf)
  },
  regulatoryDomain: (leaf, { definition }, { context }) => {
    context.answer.require('iw', 'netplan’s unit tells the kernel the country by it')
    return definition.set('regulatory-domain', word.print(leaf.value), leaf)
  },
  accessPoints: nested(openPoint, pointFields),
} satisfies Fields<Wifi, Docs, NetplanAt>
