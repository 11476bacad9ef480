import type { Cidr } from '../address.ts'
import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

/** Whom NetworkManager asks for the private key, and whether it keeps it. */
export type KeyFlag = 'agent-owned' | 'not-saved' | 'not-required'

/** Where a peer is to be found. */
export interface Endpoint {
  /** An address, or a name that is looked up. */
  readonly host: string
  readonly port: number
}

/** `vpn.example.com:51820`, `[2001:db8::1]:51820` */
export const showEndpoint = ({ host, port }: Endpoint): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`)

/** Whether the endpoint is a name, which takes a name server to find. */
export const isNamed = ({ host }: Endpoint): boolean => !host.includes(':') && !/^[\d.]+$/.test(host)

export interface WireguardPeer {
  readonly publicKey: Leaf<string>
  /** The second, symmetric key of the two: itself, or the file that holds it. */
  readonly sharedKey: Leaf<string> | undefined
  readonly sharedKeyFile: Leaf<string> | undefined
  readonly endpoint: Leaf<Endpoint> | undefined
  /** What may come from the peer, and what goes to it. No route follows from it. */
  readonly allowedIps: readonly Leaf<Cidr>[]
  /** Seconds; 0: never. */
  readonly keepalive: Leaf<number> | undefined
}

/** A WireGuard device (wg(8)). It carries packets and no multicast, so it has neither a MAC nor link-local addresses. */
export interface Wireguard extends LinkBase {
  readonly kind: 'wireguard'
  readonly mode: Leaf<'wireguard'>
  /** The key itself, or the file that holds it. Neither: an agent of NetworkManager has it. */
  readonly privateKey: Leaf<string> | undefined
  readonly privateKeyFile: Leaf<string> | undefined
  readonly privateKeyFlags: readonly Leaf<KeyFlag>[]
  /** 0: the kernel chooses one. */
  readonly port: Leaf<number> | undefined
  /** Of the packets that go out, for rules and firewalls; 0: none. */
  readonly mark: Leaf<number> | undefined
  readonly peers: readonly WireguardPeer[]
}

const keyFlags: Readonly<Record<KeyFlag, number>> = { 'agent-owned': 1, 'not-saved': 2, 'not-required': 4 }

/** The flag as libnm has it (NMSettingSecretFlags). */
export const keyFlagNumber = (flag: KeyFlag): number => keyFlags[flag]
