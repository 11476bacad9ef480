import type { Vxlan } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { below } from '../../interfaces/parent.ts'
import { vxlanFields } from '../../interfaces/vxlan.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

/** The executor `vxlan` knows fewer words, so a command makes it. */
export const vxlan = {
  ...common,
  ...vxlanFields,
  parent: below('requires', vxlanFields.parent),
} satisfies Fields<Vxlan, Docs, InterfacesAt>
