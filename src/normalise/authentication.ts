import type { AuthDescription, WiredAuthDescription } from '../description/schema/index.ts'
import { Leaf } from '../model/leaf.ts'
import { leavesOf } from '../model/leaves.ts'
import type { Eap, KeyManagement, WiredAuthentication } from '../model/network.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

export const secret = (leaf: Leaf<string> | undefined): Leaf<string> | undefined => leaf && new Leaf(leaf.value, leaf.origins, true)

/** What is there for an authentication server. */
export const eapOf = (d: Place<Omit<AuthDescription, 'key-management'>>): Eap => ({
  method: d.leaf('method'),
  identity: d.leaf('identity'),
  anonymousIdentity: d.leaf('anonymous-identity'),
  password: secret(d.leaf('password')),
  caCertificate: d.leaf('ca-certificate'),
  clientCertificate: d.leaf('client-certificate'),
  clientKey: d.leaf('client-key'),
  clientKeyPassword: secret(d.leaf('client-key-password')),
  phase2: d.leaf('phase2-auth'),
})

/** Says of each leaf that it changes nothing. */
export const idle = (part: unknown, why: string, scope: Scope): void => {
  for (const leaf of leavesOf(part)) if (leaf.written) scope.noEffect(leaf, why)
}

/** 802.1X at a wired port, which is what `auth` means there where nothing else is said. */
export function wiredAuthentication(d: Place<WiredAuthDescription> | undefined, scope: Scope): WiredAuthentication | undefined {
  if (d === undefined) return undefined
  const management: Leaf<KeyManagement> = d.leaf('key-management') ?? new Leaf('802.1x', d.emptyOrigin)
  const auth = { ...eapOf(d), keyManagement: management }
  if (management.value === 'none') {
    idle(auth, '`key-management: none` switches authentication off', scope)
    return undefined
  }
  return auth
}
