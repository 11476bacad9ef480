import { type Eap, isHash } from '../model/network.ts'
import type { Section } from '../targets/documents/ini.ts'
import type { At, Fields } from '../targets/target.ts'
import { text } from '../targets/text.ts'
import { quotedOrHex } from './wpa-text.ts'

type EapKey =
  | 'key_mgmt'
  | 'eap'
  | 'identity'
  | 'anonymous_identity'
  | 'password'
  | 'ca_cert'
  | 'client_cert'
  | 'private_key'
  | 'private_key_passwd'
  | 'phase2'

/** A network block, as far as EAP goes. */
export type EapBlock = Pick<Section<EapKey, 'wpa'>, 'set'>

/** How wpa_supplicant.conf(5) says who the machine is. Without `eap` it takes any method that the server offers. */
export const eapFields = <R, D>(): Fields<Eap, EapBlock, At<R, D>> => ({
  method: (leaf, block) => block.set('eap', text('wpa', leaf.value.toUpperCase()), leaf),
  identity: (leaf, block) => block.set('identity', quotedOrHex(leaf.value), leaf),
  anonymousIdentity: (leaf, block) => block.set('anonymous_identity', quotedOrHex(leaf.value), leaf),
  password: (leaf, block) => block.set('password', isHash(leaf.value) ? text('wpa', leaf.value) : quotedOrHex(leaf.value), leaf),
  caCertificate: (leaf, block) => block.set('ca_cert', quotedOrHex(leaf.value), leaf),
  clientCertificate: (leaf, block) => block.set('client_cert', quotedOrHex(leaf.value), leaf),
  clientKey: (leaf, block) => block.set('private_key', quotedOrHex(leaf.value), leaf),
  clientKeyPassword: (leaf, block) => block.set('private_key_passwd', quotedOrHex(leaf.value), leaf),
  phase2: (leaf, block) => block.set('phase2', text('wpa', `"auth=${leaf.value.toUpperCase()}"`), leaf),
})
