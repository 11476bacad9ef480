import type { LinkBase, Wireguard, WireguardPeer } from '../../../model/network.ts'
import { emptyGroup, keyFlagNumber, showEndpoint } from '../../../model/network.ts'
import { joined, piece } from '../../documents/document.ts'
import { lost, nested } from '../../handlers.ts'
import { asFlag, noKeyFile, takesAll } from '../../networkmanager/link/wireguard.ts'
import type { Fields } from '../../target.ts'
import type { Docs, Root } from '../documents.ts'
import { word } from '../format.ts'
import { type NetplanAt, type NetplanHandler, passthrough, putSetting, settings, settingText } from '../handlers.ts'

interface Peer {
  readonly node: WireguardPeer
  readonly docs: Docs
}

/** A setting of a peer: its group has the name of its key. */
const setting =
  <T>(key: string, print: (value: T) => string) =>
  (leaf: Parameters<NetplanHandler<T>>[0], { node, docs }: Peer, at: NetplanAt) =>
    passthrough(`wireguard-peer.${node.publicKey.value}.${key}`, print)(leaf, docs, at)

const peerFields: Fields<WireguardPeer, Peer, NetplanAt> = {
  publicKey: setting(emptyGroup, () => ''),
  sharedKey: (leaf, peer, at) => {
    putSetting(peer.docs, `wireguard-peer.${peer.node.publicKey.value}.preshared-key-flags`, 0, 'the key is in the profile')
    return setting<string>('preshared-key', key => key)(leaf, peer, at)
  },
  sharedKeyFile: lost(noKeyFile),
  endpoint: setting('endpoint', showEndpoint),
  // All of them are one setting.
  allowedIps: (leaf, { node, docs }, { context }) => {
    const pieces = node.allowedIps.map(ip => piece(settingText(`${ip.value.text};`), ip))
    const all = joined(pieces, '')
    if (leaf === node.allowedIps[0])
      settings(docs).push(`wireguard-peer.${node.publicKey.value}.allowed-ips`, {
        ...all,
        text: word.print(node.allowedIps.map(({ value }) => `${value.text};`).join('')),
      })
    return context.ledger.placed(leaf)
  },
  keepalive: (leaf, peer, at) =>
    leaf.value === 0
      ? at.context.ledger.imply(leaf, 'NetworkManager has it so of itself')
      : setting<number>('persistent-keepalive', String)(leaf, peer, at),
}

/** The device in NetworkManager's own settings: for a netplan that refuses the definition. */
export const bySettings: Fields<Omit<Wireguard, keyof LinkBase>, Docs, NetplanAt> = {
  mode: passthrough('connection.type', mode => mode),
  privateKey: passthrough('wireguard.private-key', key => key),
  privateKeyFile: lost(noKeyFile),
  privateKeyFlags: asFlag(passthrough('wireguard.private-key-flags', flag => String(keyFlagNumber(flag)))),
  port: passthrough('wireguard.listen-port', String),
  mark: passthrough('wireguard.fwmark', String),
  peers: nested<WireguardPeer, Root, Docs, Peer>((docs, node) => ({ node, docs }), peerFields),
}

/** No route follows from `allowed-ips`, as with networkd; netplan leaves NetworkManager's default. */
export function tellRoutes(link: Wireguard, docs: Docs): void {
  putSetting(docs, 'wireguard.peer-routes', 'false', 'the routes are those of the description')
  for (const family of [4, 6] as const)
    if (takesAll(link, family))
      putSetting(docs, `wireguard.ip${family}-auto-default-route`, 0, 'the default route is that of the description')
}
