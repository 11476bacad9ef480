import type { Ipvlan } from '../../../model/network.ts'
import { macOfLower } from '../../mac-of-lower.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import { type SuseAt, variable } from '../handlers.ts'
import { nameOf } from '../name-of.ts'
import { common } from './common.ts'

/** client/suse/compat-suse.c, try_ipvlan. */
export const ipvlan = {
  ...common,
  ...macOfLower<Docs, undefined>(),
  parent: (leaf, docs, { context }) => {
    docs.ifcfg.variables.put('IPVLAN', word.print('yes'), 'the kind of the device')
    return docs.ifcfg.variables.set('IPVLAN_DEVICE', word.print(nameOf(leaf.value, context)), leaf)
  },
  mode: variable('IPVLAN_MODE', word),
  flag: variable('IPVLAN_FLAGS', word),
} satisfies Fields<Ipvlan, Docs, SuseAt>
