import type { Leaf } from '../model/leaf.ts'
import { isNamed, type Link, type LinkBase, showEndpoint, type Wireguard, type WireguardPeer } from '../model/network.ts'
import type { Context } from '../targets/context.ts'
import { IniDocument, type Section } from '../targets/documents/ini.ts'
import { lost, nested } from '../targets/handlers.ts'
import type { Receipt } from '../targets/ledger.ts'
import { type At, absent, type Fields } from '../targets/target.ts'
import { text } from '../targets/text.ts'
import { fileName } from './names.ts'

/** What `wg setconf` reads (wg(8), CONFIGURATION FILE FORMAT). */
const vocabulary = {
  Interface: ['PrivateKey', 'ListenPort', 'FwMark'],
  Peer: ['PublicKey', 'PresharedKey', 'Endpoint', 'AllowedIPs', 'PersistentKeepalive'],
} as const

export type WireguardDocument = IniDocument<typeof vocabulary>

/** The file for a device; of any other link it stays empty, and is none. */
export const wireguardFile = <R, D>(link: Link, context: Context<R, D>): WireguardDocument =>
  context.add(new IniDocument({ path: `/etc/wireguard/netglot-${fileName(link.id)}.conf`, mode: '0600' }, vocabulary, context.ledger), link)

/** How a target runs wg(8) for a device of its own making. */
export interface WgCommands<R, D> {
  readonly file: (docs: D) => WireguardDocument
  /** `wg setconf DEVICE FILE`, before the device is up. */
  readonly setconf: (path: string, leaf: Leaf<unknown>, docs: D, at: At<R, D>) => Receipt
  /** `wg set DEVICE …` after it: `setconf` takes no key from a file. */
  readonly set: (words: readonly string[], leaf: Leaf<unknown>, docs: D, at: At<R, D>) => Receipt
  /** `wg set DEVICE peer KEY endpoint NAME:PORT`, once the network is there that finds the name; it may fail. */
  readonly find: (words: readonly string[], leaf: Leaf<unknown>, docs: D, at: At<R, D>) => Receipt
}

interface Peer<D> {
  readonly section: Section<(typeof vocabulary)['Peer'][number], 'ini'>
  readonly key: string
  readonly docs: D
}

export const noAgent = absent('only NetworkManager asks an agent for the key', 'take the flags out, or render for networkmanager')

/** What makes a device of the kind a tunnel: a file for `wg setconf`, and commands for what can't stand in one. */
export const wireguardFields = <R, D>(wg: WgCommands<R, D>): Fields<Omit<Wireguard, keyof LinkBase>, D, At<R, D>> => ({
  // The file is there with nothing in it too.
  mode: (leaf, docs, at) => {
    at.context.answer.require(packageOf(at.context), 'wg(8) gives the device its keys and peers')
    wg.file(docs).section('Interface').announce(text('ini', 'Interface'), leaf)
    return wg.setconf(wg.file(docs).path, leaf, docs, at)
  },
  privateKey: (leaf, docs) => wg.file(docs).section('Interface').set('PrivateKey', text('ini', leaf.value), leaf),
  privateKeyFile: (leaf, docs, at) => wg.set(['private-key', leaf.value], leaf, docs, at),
  privateKeyFlags: lost(noAgent),
  port: (leaf, docs) =>
    wg
      .file(docs)
      .section('Interface')
      .set('ListenPort', text('ini', String(leaf.value)), leaf),
  mark: (leaf, docs) =>
    wg
      .file(docs)
      .section('Interface')
      .set('FwMark', text('ini', String(leaf.value)), leaf),
  peers: nested<WireguardPeer, R, D, Peer<D>>(
    (docs, { publicKey }) => ({ section: wg.file(docs).another('Peer'), key: publicKey.value, docs }),
    peerFields(wg),
  ),
})

const peerFields = <R, D>(wg: WgCommands<R, D>): Fields<WireguardPeer, Peer<D>, At<R, D>> => ({
  publicKey: (leaf, { section }) => section.set('PublicKey', text('ini', leaf.value), leaf),
  sharedKey: (leaf, { section }) => section.set('PresharedKey', text('ini', leaf.value), leaf),
  sharedKeyFile: (leaf, { key, docs }, at) => wg.set(['peer', key, 'preshared-key', leaf.value], leaf, docs, at),
  // Where no name server answers yet, `setconf` would wait a minute and then give up the device as a whole.
  endpoint: (leaf, { section, key, docs }, at) => {
    const endpoint = showEndpoint(leaf.value)
    if (!isNamed(leaf.value)) return section.set('Endpoint', text('ini', endpoint), leaf)
    at.context.note('stack-behaviour', { target: at.context.spelling.text, link: at.link.id, ...foundOnce(endpoint) }, at.link)
    return wg.find(['peer', key, 'endpoint', endpoint], leaf, docs, at)
  },
  allowedIps: (leaf, { section }) => section.append('AllowedIPs', text('ini', leaf.value.text), leaf, ','),
  keepalive: (leaf, { section }) => section.set('PersistentKeepalive', text('ini', String(leaf.value)), leaf),
})

const foundOnce = (endpoint: string) => ({
  does: `wg(8) looks ${endpoint} up once, when the device comes up`,
  remedy: 'write an address, or bring the device up anew when the name gets another one',
})

/** Alpine has wg(8) without wg-quick(8). */
const packageOf = <R, D>({ spelling }: Context<R, D>): string =>
  spelling.target === 'ifupdown-ng' ? 'wireguard-tools-wg' : 'wireguard-tools'
