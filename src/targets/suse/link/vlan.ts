import type { Vlan } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { integer, word } from '../format.ts'
import { type SuseAt, variable } from '../handlers.ts'
import { nameOf } from '../name-of.ts'
import { common } from './common.ts'

export const vlan = {
  ...common,
  parent: (leaf, docs, { context }) => docs.ifcfg.variables.set('ETHERDEVICE', word.print(nameOf(leaf.value, context)), leaf),
  tag: variable('VLAN_ID', integer),
  // wicked has names of its own for the two (src/vlan.c), and drops the interface for another.
  protocol: written((leaf, docs) =>
    docs.ifcfg.variables.set('VLAN_PROTOCOL', word.print(`ieee802-${leaf.value.slice('802.'.length)}`), leaf),
  ),
} satisfies Fields<Vlan, Docs, SuseAt>
