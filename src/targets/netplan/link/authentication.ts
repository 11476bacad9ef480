import type { Leaf } from '../../../model/leaf.ts'
import type { Eap, EapMethod, KeyManagement, WiredAuthentication } from '../../../model/network.ts'
import { nested } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import { refuseIncomplete } from '../../networkmanager/link/authentication.ts'
import { type Fields, version } from '../../target.ts'
import { Inexpressible, type Text } from '../../text.ts'
import type { Docs, NetplanContext } from '../documents.ts'
import { bare, word } from '../format.ts'
import type { NetplanAt } from '../handlers.ts'
import { authKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'
import { usesNetworkManager } from '../renderer.ts'

export type AuthPlace = Mapping<(typeof authKeys)[number]>
type AuthHandler<T> = (leaf: Leaf<T>, place: AuthPlace, at: NetplanAt) => Receipt

/** Words that came with 1.0 (src/parse.c). */
const newWords: readonly string[] = ['sae', 'psk-sha256', 'eap-sha256', 'eap-suite-b-192', 'leap', 'pwd']

/** Whether the version can say it. */
export const knowsWord = (word: KeyManagement | EapMethod, context: NetplanContext): boolean =>
  context.since('1.1') || !newWords.includes(word)

const tooNew = (word: string) => version(`${word} came with 1.0`, 'render for netplan@1.1 if the machine has it')

/** A word of netplan's own, if the version has it. */
export const authWord =
  <W extends KeyManagement | EapMethod>(key: 'key-management' | 'method'): AuthHandler<W> =>
  (leaf, place, { context }) =>
    knowsWord(leaf.value, context) ? place.set(key, bare.print(leaf.value), leaf) : context.ledger.lose(leaf, tooNew(leaf.value))

/** netplan escapes quotes and backslashes, or does not, but never as the reader of its files wants it. */
const safe = (value: string): Text<'yaml'> => {
  if (/["\\]/.test(value))
    throw new Inexpressible('netplan does not hand quotes and backslashes on as they are', 'leave quotes and backslashes out')
  return word.print(value)
}

const line =
  (key: (typeof authKeys)[number]): AuthHandler<string> =>
  (leaf, place) =>
    place.set(key, safe(leaf.value), leaf)

const fields: Fields<Eap, AuthPlace, NetplanAt> = {
  method: authWord('method'),
  identity: line('identity'),
  anonymousIdentity: line('anonymous-identity'),
  password: line('password'),
  caCertificate: line('ca-certificate'),
  clientCertificate: line('client-certificate'),
  clientKey: line('client-key'),
  clientKeyPassword: line('client-key-password'),
  phase2: (leaf, place, { link, context }) => {
    const manager = usesNetworkManager(link, context.network)
    return place.set('phase2-auth', bare.print(manager ? leaf.value.toLowerCase() : leaf.value.toUpperCase()), leaf)
  },
}

const needed = ['identity', 'clientCertificate', 'clientKey'] as const

/** With NetworkManager it is libnm that has to take what netplan writes: without one part it refuses the whole. */
export const refuse = (node: Eap | undefined, { link, context }: NetplanAt): void => {
  if (!usesNetworkManager(link, context.network)) return
  refuseIncomplete(node)
  if (node?.method !== undefined && !knowsWord(node.method.value, context))
    throw new Inexpressible(`${node.method.value} came with netplan 1.0`, 'render for netplan@1.1 if the machine has it')
  for (const part of needed) safe(node?.[part]?.value ?? '')
  if (node?.password?.value.startsWith('hash:') === true)
    throw new Inexpressible('NetworkManager wants the password itself, and would send the hash as one', 'write the password')
}

/** What a Wi-Fi network's server wants to know. */
export const eap = nested(({ mapping }: { readonly mapping: Mapping<'auth'> }, node: Eap, at: NetplanAt): AuthPlace => {
  refuse(node, at)
  return mapping.below('auth', authKeys)
}, fields)

/** 802.1X at a wired port. EAP of any kind is EAP over LAN there, and netplan's networkd has to be told so. */
export const wired = nested(
  (docs: Docs, node: WiredAuthentication, at: NetplanAt): AuthPlace => {
    refuse(node, at)
    at.context.answer.require('wpasupplicant', 'tells the switch who the machine is')
    return docs.definition.below('auth', authKeys)
  },
  {
    ...fields,
    keyManagement: (leaf, place) => place.set('key-management', bare.print('802.1x'), leaf, 'the switch asks who the machine is'),
  },
)
