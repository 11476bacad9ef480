import type { Vxlan } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { word } from '../../interfaces/format.ts'
import { nameOf } from '../../interfaces/parent.ts'
import { vxlanFields } from '../../interfaces/vxlan.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

/** `vxlan-physdev` alone makes nothing, and has ifupdown2 bring the device below up first (addons/vxlan.py, get_dependent_ifacenames). */
export const vxlan = {
  ...common,
  ...vxlanFields,
  parent: (leaf, docs, at) => {
    docs.stanzas.first.put('vxlan-physdev', word.print(nameOf(leaf.value, at.context.network)), 'the device below comes first')
    return vxlanFields.parent(leaf, docs, at)
  },
} satisfies Fields<Vxlan, Docs, InterfacesAt>
