import type { Vxlan } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { vxlanFields } from '../../interfaces/vxlan.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

export const vxlan = { ...common, ...vxlanFields } satisfies Fields<Vxlan, Docs, InterfacesAt>
