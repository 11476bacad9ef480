import type { Macvlan, Macvtap } from '../../../model/network.ts'
import { addSource } from '../../../side/macvlan-command.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import { type SuseAt, type SuseHandler, variable } from '../handlers.ts'
import { nameOf } from '../name-of.ts'
import { common } from './common.ts'

const parent =
  (name: 'MACVLAN_DEVICE' | 'MACVTAP_DEVICE'): SuseHandler<string> =>
  (leaf, docs, { context }) =>
    docs.ifcfg.variables.set(name, word.print(nameOf(leaf.value, context)), leaf)

/** wicked has no variable for it, and a lease would be waited for in vain. */
const sourceMac: SuseHandler<string> = (leaf, docs, { link }) =>
  docs.before.add(text('shell', addSource(link.interface?.value ?? link.id, link.kind, leaf.value)), leaf)

/** client/suse/compat-suse.c, try_macvlan. */
export const macvlan = {
  ...common,
  parent: parent('MACVLAN_DEVICE'),
  mode: variable('MACVLAN_MODE', word),
  sourceMacs: sourceMac,
} satisfies Fields<Macvlan, Docs, SuseAt>

export const macvtap = {
  ...common,
  parent: parent('MACVTAP_DEVICE'),
  mode: variable('MACVTAP_MODE', word),
  sourceMacs: sourceMac,
  owner: (leaf, docs) => docs.side.tapAccount('owner', leaf),
  group: (leaf, docs) => docs.side.tapAccount('group', leaf),
} satisfies Fields<Macvtap, Docs, SuseAt>
