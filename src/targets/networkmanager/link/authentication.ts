import { type Eap, type EapMethod, isHash, type KeyManagement, type WiredAuthentication } from '../../../model/network.ts'
import { frameProtection } from '../../../side/wpa-supplicant.ts'
import { nested } from '../../handlers.ts'
import { type Fields, value } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { escaped, listed } from '../format.ts'
import type { NmAt } from '../handlers.ts'
import type { Profile } from '../profiles.ts'

/** What libnm refuses a whole profile without (NMSetting8021x, verify). */
const needed: Readonly<Record<EapMethod, readonly (readonly [keyof Eap, string])[]>> = {
  tls: [
    ['clientCertificate', '`client-certificate`'],
    ['clientKey', '`client-key`'],
  ],
  peap: [
    ['identity', '`identity`'],
    ['phase2', '`phase2-auth`, such as MSCHAPV2'],
  ],
  ttls: [
    ['identity', '`identity`'],
    ['phase2', '`phase2-auth`, such as PAP'],
  ],
  leap: [['identity', '`identity`']],
  pwd: [['identity', '`identity`']],
}

const innerMethods = ['pap', 'chap', 'mschap', 'mschapv2', 'gtc', 'otp', 'md5', 'tls']

/** Throws Inexpressible for what libnm would refuse, and the profile with it. */
export function refuseIncomplete(eap: Eap | undefined): void {
  if (eap?.method === undefined) throw new Inexpressible('a profile has to say the EAP method', 'write `method`')
  const { value: method } = eap.method
  const missing = needed[method].find(([key]) => eap[key] === undefined)
  if (missing !== undefined) throw new Inexpressible(`a profile for ${method} has to have more`, `add ${missing[1]}`)
  if (eap.phase2 !== undefined && !innerMethods.includes(eap.phase2.value.toLowerCase()))
    throw new Inexpressible('it does not know this inner method', `use one of ${innerMethods.join(', ')}`)
}

const noHash = value('it wants the password itself, and would send the hash as one', 'write the password')

const fields: Fields<Eap, Profile, NmAt> = {
  method: (leaf, profile) => profile.section('802-1x').set('eap', listed.print(leaf.value), leaf),
  identity: (leaf, profile) => profile.section('802-1x').set('identity', escaped.print(leaf.value), leaf),
  anonymousIdentity: (leaf, profile) => profile.section('802-1x').set('anonymous-identity', escaped.print(leaf.value), leaf),
  password: (leaf, profile, { context }) =>
    isHash(leaf.value) ? context.ledger.lose(leaf, noHash) : profile.section('802-1x').set('password', escaped.print(leaf.value), leaf),
  caCertificate: (leaf, profile) => profile.section('802-1x').set('ca-cert', escaped.print(leaf.value), leaf),
  clientCertificate: (leaf, profile) => profile.section('802-1x').set('client-cert', escaped.print(leaf.value), leaf),
  clientKey: (leaf, profile) => profile.section('802-1x').set('private-key', escaped.print(leaf.value), leaf),
  clientKeyPassword: (leaf, profile) => profile.section('802-1x').set('private-key-password', escaped.print(leaf.value), leaf),
  phase2: (leaf, profile) => profile.section('802-1x').set('phase2-auth', text('keyfile', leaf.value.toLowerCase()), leaf),
}

/** What a Wi-Fi network's server wants to know. */
export const eap = nested((profile: Profile, node: Eap, _at: NmAt) => {
  refuseIncomplete(node)
  return profile
}, fields)

/** 802.1X at a wired port. */
export const wired = nested(
  (docs: Docs, node: WiredAuthentication, { context }: NmAt): Profile => {
    refuseIncomplete(node)
    const [profile] = docs.profiles.all
    if (profile === undefined) throw new Error('a NIC without a profile')
    context.answer.require('wpasupplicant', 'tells the switch who the machine is')
    return profile
  },
  { ...fields, keyManagement: (leaf, _profile, { context }) => context.ledger.imply(leaf, 'the group [802-1x] says it') },
)

const words: Readonly<Record<Exclude<KeyManagement, 'none'>, string>> = {
  psk: 'wpa-psk',
  'psk-sha256': 'wpa-psk',
  'psk+sae': 'wpa-psk',
  sae: 'sae',
  eap: 'wpa-eap',
  'eap-sha256': 'wpa-eap',
  'eap-suite-b-192': 'wpa-eap-suite-b-192',
  '802.1x': 'ieee8021x',
}

/** wpa-psk is WPA2, and WPA3 where the access point has both; `none` would be WEP, so an open network has no group. */
export const managementWord = (management: Exclude<KeyManagement, 'none'>) => text('keyfile', words[management])

/** Frame protection of networks with a server, in NetworkManager's numbers; of the others it is NetworkManager's default. */
export const protectionNumber = (management: KeyManagement) => {
  const frames = management.startsWith('eap') ? frameProtection[management] : undefined
  return frames === undefined ? undefined : text('keyfile', frames === 'required' ? '3' : '2')
}
