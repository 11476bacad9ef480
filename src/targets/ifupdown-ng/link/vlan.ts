import type { Vlan } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { word } from '../../interfaces/option.ts'
import { below, parentWord } from '../../interfaces/parent.ts'
import { inName, isNamedSo } from '../../interfaces/vlan-name.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

/** The link executor makes a device of every name with a dot, of the part before it and the number after it. */
export const vlan = {
  ...common,
  interface: (leaf, docs, at) => {
    if (!isNamedSo(at.link as Vlan, at.context.network)) return common.interface(leaf, docs, at)
    docs.stanzas.refuseNameless()
    return at.context.ledger.placed(leaf)
  },
  parent: below('requires', inName(parentWord)),
  tag: inName(word('id')),
  protocol: written(word('protocol')),
} satisfies Fields<Vlan, Docs, InterfacesAt>
