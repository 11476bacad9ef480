import type { Vlan } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { word } from '../../interfaces/option.ts'
import { parentWord } from '../../interfaces/parent.ts'
import { inName } from '../../interfaces/vlan-name.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

export const vlan = {
  ...common,
  parent: inName(parentWord),
  tag: inName(word('id')),
  protocol: written(word('protocol')),
} satisfies Fields<Vlan, Docs, InterfacesAt>
