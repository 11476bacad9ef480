import { hasMac, isVirtual, type Link, type MacPolicy, makesPair } from '../../../model/network.ts'
import { noMac } from '../../../side/mac-policy.ts'
import { foundBeforeNaming } from '../../../side/side.ts'
import type { Section } from '../../documents/ini.ts'
import { version } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { makesLinkFile } from '../drop-ins.ts'
import { isForeign } from '../foreign.ts'
import { bare } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { namedBySide } from '../renderer.ts'

type Physical = Extract<Link, { kind: 'ethernet' | 'wifi' }>

/** netplan 0.106 has no words for a MAC. */
const forManager: NetplanHandler<MacPolicy> = (leaf, docs, at) => {
  const { link, context } = at
  if (!hasMac(link)) return context.ledger.lose(leaf, noMac)
  if (context.since('1.1')) return key('macaddress', bare)(leaf, docs, at)
  if (leaf.value === 'stable-ssid') return context.ledger.lose(leaf, noSsid)
  return passthrough(`${link.kind === 'wifi' ? 'wifi' : 'ethernet'}.cloned-mac-address`, String)(leaf, docs, at)
}

const noSsid = version(
  'the NetworkManager beside netplan 0.106 has no stable-ssid',
  'render for netplan@1.1 if the machine has it, or write `stable`',
)

/** netplan passes over the words for devices that it makes, and refuses most of them for NICs. */
const forNetworkd: NetplanHandler<MacPolicy> = (leaf, docs, at) => {
  const { link } = at
  if (leaf.value !== 'random' && leaf.value !== 'permanent') return docs.side.macPolicy(leaf)
  if (!isVirtual(link)) return ofHardware(leaf, docs, at)
  if (leaf.value === 'random' && link.kind !== 'tap' && link.kind !== 'tun') ownMac(docs, at).set('MACAddress', text('ini', 'none'), leaf)
  return docs.side.macPolicy(leaf)
}

/** Where a .netdev file says the MAC of the device: of the second end of a pair that is the one of the first. */
const ownMac = (docs: Docs, { link, context }: NetplanAt): Section<'MACAddress', 'ini'> => {
  const second = link.kind === 'veth' && !makesPair(link)
  const maker = second ? context.docs(link.peer.value) : docs
  const name = second ? 'Peer' : 'NetDev'
  return isForeign(link, context) ? maker.netdev.section(name) : maker.netdevDropIn.section(name)
}

/** netplan's .link file finds a NIC by the name that the kernel gave it, which the definition's name seldom is: a rule goes by the final one. */
const ofHardware: NetplanHandler<MacPolicy> = (leaf, docs, at) => {
  const { link, context } = at
  if (namedBySide(link, context.network)) return docs.side.macPolicy(leaf)
  if (context.since('1.1')) {
    if (!foundBeforeNaming(link) && link.interface !== undefined) docs.side.macPolicy(leaf)
    return key<string>('macaddress', bare)(leaf, docs, at)
  }
  if (!makesLinkFile(link as Physical, context)) return docs.side.macPolicy(leaf)
  const policy = leaf.value === 'permanent' ? 'persistent' : 'random'
  return docs.linkDropIn.section('Link').set('MACAddressPolicy', text('ini', policy), leaf)
}

export const macPolicy = byRenderer(forNetworkd, forManager)
