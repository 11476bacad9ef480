import type { Leaf } from '../leaf.ts'

export type KeyManagement = 'none' | 'psk' | 'psk-sha256' | 'sae' | 'psk+sae' | 'eap' | 'eap-sha256' | 'eap-suite-b-192' | '802.1x'

export type EapMethod = 'tls' | 'peap' | 'ttls' | 'leap' | 'pwd'

/** Who the machine is to an authentication server, and how it proves it. Files are paths on the machine. */
export interface Eap {
  readonly method: Leaf<EapMethod> | undefined
  readonly identity: Leaf<string> | undefined
  readonly anonymousIdentity: Leaf<string> | undefined
  /** `hash:` and 32 hex digits: the NT hash of the password. */
  readonly password: Leaf<string> | undefined
  readonly caCertificate: Leaf<string> | undefined
  readonly clientCertificate: Leaf<string> | undefined
  readonly clientKey: Leaf<string> | undefined
  readonly clientKeyPassword: Leaf<string> | undefined
  /** The inner method. */
  readonly phase2: Leaf<string> | undefined
}

/** 802.1X at a wired port. */
export interface WiredAuthentication extends Eap {
  readonly keyManagement: Leaf<KeyManagement>
}

/** Whether a password of the description is a hash, and not the password itself. */
export const isHash = (password: string): boolean => /^hash:[0-9a-f]{32}$/i.test(password)

/** Whether a server decides who may join. */
export const asksServer = (management: KeyManagement): boolean => management.startsWith('eap') || management === '802.1x'
