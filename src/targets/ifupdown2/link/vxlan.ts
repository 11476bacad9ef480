import type { Vxlan } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { below } from '../../interfaces/parent.ts'
import { vxlanFields } from '../../interfaces/vxlan.ts'
import type { Fields } from '../../target.ts'
import { belowFirst } from './below-first.ts'
import { common } from './common.ts'

export const vxlan = {
  ...common,
  ...vxlanFields,
  parent: below(belowFirst, vxlanFields.parent),
} satisfies Fields<Vxlan, Docs, InterfacesAt>
