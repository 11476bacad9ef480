import type { Tap, Tun, Tuntap } from '../../../model/network.ts'
import { lost, written } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { byRenderer, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { common } from './common.ts'

type NetdevKey = 'User' | 'Group' | 'MultiQueue' | 'VNetHeader' | 'PacketInfo'

/** A line of the .netdev file. */
const netdev =
  <T>(name: NetdevKey, print: (value: T) => string): NetplanHandler<T> =>
  (leaf, docs, { link }) =>
    docs.netdev.section(link.kind === 'tun' ? 'Tun' : 'Tap').set(name, text('ini', print(leaf.value)), leaf)

const account = (kind: 'user' | 'group', name: NetdevKey, setting: string): NetplanHandler<string> =>
  byRenderer(
    netdev(name, value => value),
    (leaf, docs, at) => {
      const number = at.context.account(kind, leaf.value)
      return number === undefined ? at.context.unknownAccount(kind, leaf) : passthrough(setting, () => String(number))(leaf, docs, at)
    },
  )

const flag = (name: NetdevKey, setting: string): NetplanHandler<boolean> =>
  written(
    byRenderer(
      netdev(name, value => (value ? 'yes' : 'no')),
      passthrough(setting, String),
    ),
  )

const tuntap = {
  ...common,
  owner: account('user', 'User', 'tun.owner'),
  group: account('group', 'Group', 'tun.group'),
  multiQueue: flag('MultiQueue', 'tun.multi-queue'),
  vnetHeader: flag('VNetHeader', 'tun.vnet-hdr'),
  packetInfo: flag('PacketInfo', 'tun.pi'),
} satisfies Fields<Tuntap, Docs, NetplanAt>

export const tap = tuntap satisfies Fields<Tap, Docs, NetplanAt>

export const tun = {
  ...tuntap,
  mac: lost(absent('a TUN device carries IP packets and has no MAC', 'take it out, or make it a TAP')),
} satisfies Fields<Tun, Docs, NetplanAt>
