import type { LooseVlan, Vlan } from '../../../model/network.ts'
import { implied, since, when, written } from '../../handlers.ts'
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
  protocol: written(
    when(
      ({ value }, { context }: NmAt) => value === '802.1Q' && !context.since('1.42'),
      implied('it had no other before 1.42'),
      since('1.42', line('vlan', 'protocol', word), 'another protocol of VLANs than 802.1Q'),
    ),
  ),
} satisfies Fields<Vlan, Docs, NmAt>

export const looseVlan = { ...vlan, parent: line('vlan', 'parent', word) } satisfies Fields<LooseVlan, Docs, NmAt>
