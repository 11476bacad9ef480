import { carriesFrames, type Link, type LinkKind, makesPair, type Wireguard } from '../../model/network.ts'
import { when } from '../handlers.ts'
import { text } from '../text.ts'
import type { Docs, NetplanContext } from './documents.ts'
import { type NetplanAt, type NetplanHandler, passthrough, putSetting } from './handlers.ts'
import { usesNetworkManager } from './renderer.ts'

/** The release of netplan that brought a kind; undefined: none has. The kinds that are not here are as old as the releases we know. */
const since: Partial<Record<LinkKind, string | undefined>> = {
  tap: undefined,
  tun: undefined,
  macvlan: undefined,
  macvtap: undefined,
  ipvlan: undefined,
  dummy: '0.107',
  veth: '0.107',
  'loose-vlan': '1.0',
}

/** Whether netplan can't make the device: a side file does, and to netplan it is an Ethernet device that it finds. */
export const isForeign = (link: Link, context: NetplanContext): boolean => {
  const { kind } = link
  if (kind === 'wireguard') return !context.since('0.107') && !isWhole(link, usesNetworkManager(link, context.network))
  // 0.106 says that NetworkManager does not support a tunnel of frames (its src/validation.c), which it does.
  if (kind === 'tunnel') return !context.since('0.107') && carriesFrames(link.mode.value) && usesNetworkManager(link, context.network)
  if (!(kind in since)) return false
  if (kind === 'loose-vlan' && context.network.links.some(other => isTwin(link, other))) return true
  const first = since[kind]
  return first === undefined || !context.since(first)
}

/** What netplan 0.106 wants of a WireGuard device: a key, and peers with their addresses. */
const isWhole = ({ privateKey, privateKeyFile, peers }: Wireguard, manager: boolean): boolean =>
  (privateKey !== undefined || (privateKeyFile !== undefined && !manager)) &&
  peers.length > 0 &&
  peers.every(peer => peer.allowedIps.length > 0)

/** netplan fails where two VLANs are on one device that it does not know (its src/parse.c, process_missing_ids, makes that device twice). */
const isTwin = (link: Link, other: Link): boolean =>
  link !== other && link.kind === 'loose-vlan' && other.kind === 'loose-vlan' && link.parent.value === other.parent.value

/** NetworkManager's types of these devices, with what else tells them apart. */
const settings: Partial<Record<LinkKind, readonly (readonly [string, string | number])[]>> = {
  tap: [
    ['connection.type', 'tun'],
    ['tun.mode', 2],
  ],
  tun: [
    ['connection.type', 'tun'],
    ['tun.mode', 1],
  ],
  macvlan: [['connection.type', 'macvlan']],
  macvtap: [
    ['connection.type', 'macvlan'],
    ['macvlan.tap', 'true'],
  ],
  dummy: [['connection.type', 'dummy']],
  veth: [['connection.type', 'veth']],
  'loose-vlan': [['connection.type', 'vlan']],
  tunnel: [['connection.type', 'ip-tunnel']],
}

/** What makes a device one of its kind: the first lines of its .netdev file, or the first settings of NetworkManager. */
export function openForeign(link: Link, docs: Docs, manager: boolean): void {
  const otherEnd = link.kind === 'veth' && !makesPair(link)
  const made = otherEnd ? `made with ${link.peer.value}` : docs.netdev.path
  docs.definition.comment = manager ? `${nameOf(link)}, by way of NetworkManager` : `${nameOf(link)}: ${made}`
  if (manager) {
    for (const [name, value] of settings[link.kind] ?? []) putSetting(docs, name, value, 'the kind of the device')
    return
  }
  if (otherEnd) return
  const section = docs.netdev.section('NetDev')
  if (link.interface !== undefined) section.set('Name', text('ini', link.interface.value), link.interface)
  section.put('Kind', text('ini', link.kind), 'the kind of the device')
}

const nameOf = ({ kind }: Link): string => {
  if (kind === 'wireguard') return 'a WireGuard device'
  if (kind === 'tap' || kind === 'tun') return `a ${kind.toUpperCase()}`
  if (kind === 'loose-vlan') return 'a VLAN'
  if (kind === 'tunnel') return 'a tunnel'
  return kind === 'dummy' || kind === 'veth' ? `a ${kind} device` : `${kind === 'ipvlan' ? 'an' : 'a'} ${kind}`
}

/** The kernel lets everybody attach to a TAP that has neither an owner nor a group. */
export function completeTuntap(link: Link, docs: Docs, manager: boolean): void {
  if ((link.kind !== 'tap' && link.kind !== 'tun') || link.owner !== undefined || link.group !== undefined) return
  const why = 'nobody is named: only root may attach'
  if (manager) putSetting(docs, 'tun.owner', 0, why)
  else docs.netdev.section(link.kind === 'tun' ? 'Tun' : 'Tap').put('User', text('ini', 'root'), why)
}

/** A key of netplan's, or where netplan itself can't have the device a setting of NetworkManager. */
export const orSetting = <T>(name: string, native: NetplanHandler<T>, print: (value: T) => string = String): NetplanHandler<T> =>
  when((_leaf, { link, context }: NetplanAt) => isForeign(link, context), passthrough(name, print), native)
