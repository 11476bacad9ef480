import type { Leaf } from '../../../model/leaf.ts'
import { type LinkBase, showEndpoint, type Wireguard, type WireguardPeer } from '../../../model/network.ts'
import { noMac } from '../../../side/mac-policy.ts'
import { noAgent } from '../../../side/wireguard-file.ts'
import { tellKeyFile, wireguardNetdev } from '../../../side/wireguard-netdev.ts'
import { lost, nested, nestedBy } from '../../handlers.ts'
import { asFlag, noKeyFile } from '../../networkmanager/link/wireguard.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs, Root } from '../documents.ts'
import { isForeign } from '../foreign.ts'
import { bare, cidr, integer, word } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { peerKeyKeys, peerKeys, privateKeyKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'
import { usesNetworkManager } from '../renderer.ts'
import { common } from './common.ts'
import { bySettings } from './wireguard-settings.ts'

type Own = Fields<Omit<Wireguard, keyof LinkBase>, Docs, NetplanAt>

/** A peer in the YAML. */
interface Peer {
  readonly peer: Mapping<(typeof peerKeys)[number]>
}

const keysOf = ({ peer }: Peer): Mapping<(typeof peerKeyKeys)[number]> => peer.below('keys', peerKeyKeys)

/** A file with a key: networkd reads it, and NetworkManager does not. */
const fileOr =
  <D>(write: (leaf: Leaf<string>, docs: D) => ReturnType<NetplanHandler<string>>) =>
  (leaf: Leaf<string>, docs: D, at: NetplanAt) => {
    if (usesNetworkManager(at.link, at.context.network)) return at.context.ledger.lose(leaf, noKeyFile)
    tellKeyFile(leaf.value, at)
    return write(leaf, docs)
  }

const peerFields: Fields<WireguardPeer, Peer, NetplanAt> = {
  publicKey: (leaf, peer) => keysOf(peer).set('public', word.print(leaf.value), leaf),
  sharedKey: (leaf, peer) => keysOf(peer).set('shared', word.print(leaf.value), leaf),
  sharedKeyFile: fileOr((leaf, peer: Peer) => keysOf(peer).set('shared', word.print(leaf.value), leaf)),
  endpoint: (leaf, { peer }) => peer.set('endpoint', word.print(showEndpoint(leaf.value)), leaf),
  allowedIps: (leaf, { peer }) => peer.append('allowed-ips', cidr.print(leaf.value), leaf),
  keepalive: (leaf, { peer }) => peer.set('keepalive', integer.print(leaf.value), leaf),
}

const privateKey = (leaf: Leaf<string>, { definition }: Docs) =>
  definition.below('key', privateKeyKeys).set('private', word.print(leaf.value), leaf)

/** netplan 0.106 does not know the key. */
const flags: Own['privateKeyFlags'] = asFlag((leaf, docs, at) =>
  at.context.since('0.107')
    ? docs.definition.below('key', privateKeyKeys).append('private-key-flags', bare.print(leaf.value), leaf)
    : bySettings.privateKeyFlags(leaf, docs, at),
)

const yaml: Own = {
  mode: key('mode', bare),
  privateKey,
  privateKeyFile: fileOr(privateKey),
  privateKeyFlags: byRenderer(lost(noAgent), flags),
  port: key('port', integer),
  mark: key('mark', integer),
  peers: nested(({ definition }: Docs): Peer => ({ peer: definition.another('peers', peerKeys) }), peerFields),
}

/** netplan 0.106 refuses what is not whole: networkd, or NetworkManager, is told of it past netplan. */
const own = ({ link, context }: NetplanAt): Own => {
  if (!isForeign(link, context)) return yaml
  return usesNetworkManager(link, context.network) ? bySettings : netdev
}

const netdev = wireguardNetdev<Root, Docs>(docs => docs.netdev)

export const wireguard = {
  ...common,
  mac: lost(noMac),
  // netplan writes an MTU of Ethernet, which libnm drops.
  mtu: byRenderer(key('mtu', integer), passthrough('wireguard.mtu', String)),
  linkLocal: (leaf, docs, at) => {
    if (!leaf.written && at.link.addresses.length === 0 && !usesNetworkManager(at.link, at.context.network))
      docs.definition.put('link-local', text('yaml', '[]'), 'netplan would wait for an address at boot')
    return common.linkLocal(leaf, docs, at)
  },
  mode: (leaf, docs, at) => own(at).mode(leaf, docs, at),
  privateKey: (leaf, docs, at) => own(at).privateKey(leaf, docs, at),
  privateKeyFile: (leaf, docs, at) => own(at).privateKeyFile(leaf, docs, at),
  privateKeyFlags: (leaf, docs, at) => own(at).privateKeyFlags(leaf, docs, at),
  port: (leaf, docs, at) => own(at).port(leaf, docs, at),
  mark: (leaf, docs, at) => own(at).mark(leaf, docs, at),
  peers: nestedBy(at => own(at).peers),
} satisfies Fields<Wireguard, Docs, NetplanAt>
