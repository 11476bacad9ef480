import type { Tap, Tun } from '../../../model/network.ts'
import { lost } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { unitMac, unitWord } from '../device-unit.ts'
import type { Docs } from '../documents.ts'
import { integer, word } from '../format.ts'
import { type SuseAt, type SuseHandler, variable } from '../handlers.ts'
import { isLayer2 } from '../layer3.ts'
import { common } from './common.ts'

/** wicked wants numbers: it looks names up on the machine that reads the file, and drops the device where it knows none. */
const account =
  (kind: 'user' | 'group', name: 'TUNNEL_SET_OWNER' | 'TUNNEL_SET_GROUP'): SuseHandler<string> =>
  (leaf, docs, { context }) => {
    const number = context.account(kind, leaf.value)
    if (number === undefined) return context.unknownAccount(kind, leaf)
    return docs.unit === undefined
      ? docs.ifcfg.variables.set(name, integer.print(number), leaf)
      : unitWord(docs.unit, `${kind} ${number}`, leaf)
  }

/** A word of `ip tuntap add`; wicked itself makes devices without. */
const flag =
  (name: string): SuseHandler<boolean> =>
  (leaf, docs, { context }) =>
    docs.unit === undefined || !leaf.value
      ? context.ledger.imply(leaf, 'it is off where nothing switches it on')
      : unitWord(docs.unit, name, leaf)

/** wicked knows that its own TAPs have no carrier, but not those of others. */
const ignoreCarrier: SuseHandler<boolean> = (leaf, docs, at) =>
  leaf.written || (docs.unit !== undefined && !isLayer2(at.link))
    ? common.ignoreCarrier(leaf, docs, at)
    : at.context.ledger.imply(leaf, 'wicked waits for no carrier of such a device')

const mac: SuseHandler<string> = (leaf, docs, at) => {
  const { unit } = docs
  return unit === undefined ? variable('LLADDR', word)(leaf, docs, at) : unitMac(unit, leaf, docs, at)
}

export const tap = {
  ...common,
  mac,
  ignoreCarrier,
  owner: account('user', 'TUNNEL_SET_OWNER'),
  group: account('group', 'TUNNEL_SET_GROUP'),
  multiQueue: flag('multi_queue'),
  vnetHeader: flag('vnet_hdr'),
  packetInfo: flag('pi'),
} satisfies Fields<Tap, Docs, SuseAt>

export const tun = {
  ...tap,
  mac: lost(absent('a TUN device carries IP packets and has no MAC', 'take it out, or make it a TAP')),
} satisfies Fields<Tun, Docs, SuseAt>
