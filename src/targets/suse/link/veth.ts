import { makesPair, type Veth } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import { unitMac, unitWord } from '../device-unit.ts'
import type { Docs } from '../documents.ts'
import type { SuseAt, SuseHandler } from '../handlers.ts'
import { nameOf } from '../name-of.ts'
import { common } from './common.ts'

/** The unit that makes the pair is that of its first end. */
const mac: SuseHandler<string> = (leaf, docs, at) => {
  const link = at.link as Veth
  const { unit } = makesPair(link) ? docs : at.context.docs(link.peer.value)
  return unit === undefined ? common.mac(leaf, docs, at) : unitMac(unit, leaf, docs, at)
}

const peer: SuseHandler<string> = (leaf, { unit }, { context }) =>
  unit === undefined
    ? context.ledger.imply(leaf, 'the unit of the other end says so')
    : unitWord(unit, `peer name ${nameOf(leaf.value, context)}`, leaf)

export const veth = { ...common, mac, peer } satisfies Fields<Veth, Docs, SuseAt>
