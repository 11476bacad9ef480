import type { Vlan } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { integer, word } from '../format.ts'
import { line, type NmAt } from '../handlers.ts'
import { parent } from '../parent.ts'
import { common } from './common.ts'

export const vlan = {
  ...common,
  parent: parent('vlan'),
  tag: line('vlan', 'id', integer),
  protocol: written(line('vlan', 'protocol', word)),
} satisfies Fields<Vlan, Docs, NmAt>
