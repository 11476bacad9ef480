import type { Bond } from '../../../model/network.ts'
import { bondFields, ifenslaveFields } from '../../interfaces/bond.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { inheritMac } from '../../interfaces/inherit-mac.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

export const bond = {
  ...common,
  macFrom: inheritMac('the MAC of the first port that joins it'),
  ...bondFields,
  ...ifenslaveFields,
} satisfies Fields<Bond, Docs, InterfacesAt>
