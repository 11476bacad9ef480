import { type Link, type LinkBase, showEndpoint, type Wireguard, type WireguardPeer } from '../model/network.ts'
import type { IniDocument, Section } from '../targets/documents/ini.ts'
import { lost, nested } from '../targets/handlers.ts'
import type { Reason } from '../targets/ledger.ts'
import { type At, type Fields, value } from '../targets/target.ts'
import { text } from '../targets/text.ts'
import { noAgent } from './wireguard-file.ts'

/** What a .netdev file says of WireGuard (systemd.netdev(5)). */
export const wireguardNetdevKeys = {
  WireGuard: ['PrivateKey', 'PrivateKeyFile', 'ListenPort', 'FirewallMark'],
  WireGuardPeer: ['PublicKey', 'PresharedKey', 'PresharedKeyFile', 'Endpoint', 'AllowedIPs', 'PersistentKeepalive'],
} as const

type Netdev = IniDocument<typeof wireguardNetdevKeys & { readonly NetDev: readonly string[] }>
type Peer = Section<(typeof wireguardNetdevKeys)['WireGuardPeer'][number], 'ini'>

/** Who may read such a file: networkd does as a user of its own, and it holds keys. */
export const forNetworkd = { secretMode: '0640', group: 'systemd-network' } as const

/** networkd reads a file with a key as the user that it runs as (systemd.netdev(5), PrivateKeyFile=). */
export const tellKeyFile = <R, D>(path: string, { link, context }: At<R, D>): void =>
  context.note(
    'stack-behaviour',
    {
      target: context.spelling.text,
      link: link.id,
      does: `networkd reads ${path} as the user systemd-network, not as root`,
      remedy: 'give the file to root and the group systemd-network, with mode 0640, and its folder too, with mode 0750',
    },
    link,
  )

/** src/network/netdev/wireguard.c, netdev_wireguard_verify: networkd makes no device without a key. */
const keyless = value('systemd-networkd makes no WireGuard device without a private key', 'write `key`, or render for networkmanager')

export const withoutKey = (link: Link): Reason | undefined =>
  link.kind === 'wireguard' && link.privateKey === undefined && link.privateKeyFile === undefined ? keyless : undefined

/** The leaves of a WireGuard device in the .netdev file that networkd makes it of. */
export const wireguardNetdev = <R, D>(netdev: (docs: D) => Netdev): Fields<Omit<Wireguard, keyof LinkBase>, D, At<R, D>> => ({
  mode: (leaf, docs) => netdev(docs).section('NetDev').set('Kind', text('ini', leaf.value), leaf),
  privateKey: (leaf, docs) => netdev(docs).section('WireGuard').set('PrivateKey', text('ini', leaf.value), leaf),
  privateKeyFile: (leaf, docs, at) => {
    tellKeyFile(leaf.value, at)
    return netdev(docs).section('WireGuard').set('PrivateKeyFile', text('ini', leaf.value), leaf)
  },
  privateKeyFlags: lost(noAgent),
  // 0 is no port to networkd.
  port: (leaf, docs) =>
    netdev(docs)
      .section('WireGuard')
      .set('ListenPort', text('ini', leaf.value === 0 ? 'auto' : String(leaf.value)), leaf),
  mark: (leaf, docs) =>
    netdev(docs)
      .section('WireGuard')
      .set('FirewallMark', text('ini', String(leaf.value)), leaf),
  peers: nested<WireguardPeer, R, D, Peer>(docs => netdev(docs).another('WireGuardPeer'), peerFields<R, D>()),
})

const peerFields = <R, D>(): Fields<WireguardPeer, Peer, At<R, D>> => ({
  publicKey: (leaf, peer) => peer.set('PublicKey', text('ini', leaf.value), leaf),
  sharedKey: (leaf, peer) => peer.set('PresharedKey', text('ini', leaf.value), leaf),
  sharedKeyFile: (leaf, peer, at) => {
    tellKeyFile(leaf.value, at)
    return peer.set('PresharedKeyFile', text('ini', leaf.value), leaf)
  },
  endpoint: (leaf, peer) => peer.set('Endpoint', text('ini', showEndpoint(leaf.value)), leaf),
  allowedIps: (leaf, peer) => peer.append('AllowedIPs', text('ini', leaf.value.text), leaf, ','),
  keepalive: (leaf, peer) => peer.set('PersistentKeepalive', text('ini', String(leaf.value)), leaf),
})
