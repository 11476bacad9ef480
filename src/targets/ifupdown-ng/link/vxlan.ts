import type { Vxlan } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { word } from '../../interfaces/format.ts'
import { nameOf } from '../../interfaces/parent.ts'
import { vxlanFields } from '../../interfaces/vxlan.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

/** The executor `vxlan` knows fewer words, so a command makes it. */
export const vxlan = {
  ...common,
  ...vxlanFields,
  parent: (leaf, docs, at) => {
    docs.stanzas.first.put('requires', word.print(nameOf(leaf.value, at.context.network)), 'the device below comes first')
    return vxlanFields.parent(leaf, docs, at)
  },
} satisfies Fields<Vxlan, Docs, InterfacesAt>
