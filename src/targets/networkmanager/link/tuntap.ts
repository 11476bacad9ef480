import type { Tap, Tun, Tuntap } from '../../../model/network.ts'
import { lost, written } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { yesNo } from '../format.ts'
import { line, type NmAt, type NmHandler } from '../handlers.ts'
import { common } from './common.ts'

/** NetworkManager knows accounts by their numbers only: a name refuses the whole profile. */
const account =
  (kind: 'user' | 'group', key: 'owner' | 'group'): NmHandler<string> =>
  (leaf, docs, { context }) => {
    const number = context.account(kind, leaf.value)
    return number === undefined ? context.unknownAccount(kind, leaf) : docs.profiles.set('tun', key, text('keyfile', String(number)), leaf)
  }

const tuntap = {
  ...common,
  owner: account('user', 'owner'),
  group: account('group', 'group'),
  multiQueue: written(line('tun', 'multi-queue', yesNo)),
  vnetHeader: written(line('tun', 'vnet-hdr', yesNo)),
  packetInfo: written(line('tun', 'pi', yesNo)),
} satisfies Fields<Tuntap, Docs, NmAt>

export const tap = tuntap satisfies Fields<Tap, Docs, NmAt>

export const tun = {
  ...tuntap,
  mac: lost(absent('a TUN device carries IP packets and has no MAC', 'take it out, or make it a TAP')),
} satisfies Fields<Tun, Docs, NmAt>
