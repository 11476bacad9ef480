import type { Vlan } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { command, integer, word } from '../../interfaces/format.ts'
import { option } from '../../interfaces/option.ts'
import { nameOf } from '../../interfaces/parent.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

export const vlan = {
  ...common,
  // Of a VLAN the name may hold a dot.
  interface: (leaf, { stanzas }, { context }) => {
    stanzas.refuseNameless()
    return context.ledger.placed(leaf)
  },
  parent: (leaf, { stanzas }, { context }) =>
    stanzas.first.option('vlan-raw-device', word.print(nameOf(leaf.value, context.network)), leaf),
  tag: option('vlan-id', integer),
  protocol: written((leaf, { stanzas }) => stanzas.first.option('vlan-protocol', command(leaf.value.toLowerCase()), leaf)),
} satisfies Fields<Vlan, Docs, InterfacesAt>
