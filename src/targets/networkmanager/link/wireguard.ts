import type { Family } from '../../../model/address.ts'
import type { Leaf } from '../../../model/leaf.ts'
import { type KeyFlag, keyFlagNumber, type Link, showEndpoint, type Wireguard, type WireguardPeer } from '../../../model/network.ts'
import { noMac } from '../../../side/mac-policy.ts'
import type { Section } from '../../documents/ini.ts'
import { lost, nested } from '../../handlers.ts'
import type { Reason } from '../../ledger.ts'
import { type At, type Fields, type Handler, value } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs, NmContext } from '../documents.ts'
import { cidr, integer, listed, word } from '../format.ts'
import { line, type NmAt } from '../handlers.ts'
import { common } from './common.ts'

type Peer = Section<string, 'keyfile'>

/** libnm's NMSettingWireGuard has no word for a file. */
export const noKeyFile = value('NetworkManager keeps keys in the profile and reads none from a file', 'write the key itself')

/** A peer is a group of its own, named by its key; there is one profile. */
const openPeer = ({ profiles }: Docs, { publicKey }: WireguardPeer): Peer => {
  const [profile] = profiles.all
  if (profile === undefined) throw new Error('a device without a profile')
  return profile.free(`wireguard-peer.${publicKey.value}`)
}

const peerFields: Fields<WireguardPeer, Peer, NmAt> = {
  publicKey: (leaf, peer, { context }) => {
    peer.announce(text('keyfile', `wireguard-peer.${leaf.value}`), leaf)
    return context.ledger.placed(leaf)
  },
  // Without the flags libnm drops the key (libnm-core-impl/nm-keyfile.c, _wireguard_peer).
  sharedKey: (leaf, peer) => {
    const receipt = peer.set('preshared-key', word.print(leaf.value), leaf)
    peer.put('preshared-key-flags', text('keyfile', '0'), 'the key is in the profile')
    return receipt
  },
  sharedKeyFile: lost(noKeyFile),
  endpoint: (leaf, peer) => peer.set('endpoint', word.print(showEndpoint(leaf.value)), leaf),
  allowedIps: (leaf, peer) => peer.append('allowed-ips', listed.print(cidr.print(leaf.value)), leaf, ''),
  keepalive: (leaf, peer, { context }) =>
    leaf.value === 0
      ? context.ledger.imply(leaf, 'NetworkManager has it so of itself')
      : peer.set('persistent-keepalive', integer.print(leaf.value), leaf),
}

/** libnm refuses a profile with two flags, or with `not-required` (libnm-core-impl/nm-utils.c, _nm_utils_secret_flags_validate). */
const noSecret = value('NetworkManager refuses `not-required` with WireGuard', 'take it out: the key is always asked for')
const oneFlag = value('NetworkManager refuses a profile with several flags', 'keep one of them')

/** Why a flag can't be said; undefined of the one that can. */
const flagLost = (leaf: Leaf<KeyFlag>, link: Link): Reason | undefined => {
  if (leaf.value === 'not-required') return noSecret
  return (link as Wireguard).privateKeyFlags.find(flag => flag.value !== 'not-required') === leaf ? undefined : oneFlag
}

/** A flag for NetworkManager, written as `write` does if it takes it. */
export const asFlag =
  <R, D>(write: Handler<KeyFlag, D, At<R, D>>): Handler<KeyFlag, D, At<R, D>> =>
  (leaf, docs, at) => {
    const reason = flagLost(leaf, at.link)
    return reason === undefined ? write(leaf, docs, at) : at.context.ledger.lose(leaf, reason)
  }

export const wireguard = {
  ...common,
  mac: lost(noMac),
  mtu: line('wireguard', 'mtu', integer),
  mode: line('connection', 'type', word),
  privateKey: line('wireguard', 'private-key', word),
  privateKeyFile: lost(noKeyFile),
  privateKeyFlags: asFlag((leaf, { profiles }) =>
    profiles.set('wireguard', 'private-key-flags', text('keyfile', String(keyFlagNumber(leaf.value))), leaf),
  ),
  port: line('wireguard', 'listen-port', integer),
  mark: line('wireguard', 'fwmark', integer),
  peers: nested(openPeer, peerFields),
} satisfies Fields<Wireguard, Docs, NmAt>

/** Whether a peer has all addresses of a family: NetworkManager would mark and route all packets of the machine (nm-device-wireguard.c). */
export const takesAll = ({ peers }: Wireguard, family: Family): boolean =>
  peers.some(peer => peer.allowedIps.some(({ value: { prefix, family: own } }) => prefix === 0 && own === family))

/** No route follows from `allowed-ips`, as with the other stacks. */
export function completeWireguard(link: Wireguard, context: NmContext): void {
  const { profiles } = context.docs(link.id)
  profiles.put('wireguard', 'peer-routes', text('keyfile', 'false'), 'the routes are those of the description')
  for (const family of [4, 6] as const)
    if (takesAll(link, family))
      profiles.put('wireguard', `ip${family}-auto-default-route`, text('keyfile', '0'), 'the default route is that of the description')
}
