import type { Globals } from '../model/network.ts'
import type { Context } from './context.ts'
import { noOvs } from './no-ovs.ts'
import type { Fields } from './target.ts'

/** What a description says of all devices, on a target whose files have no place for it: `stack` is the target's name in the reasons. */
export const globalsWithoutFile = <R, D>(stack: string): Fields<Globals, R, Context<R, D>> => ({
  version: (leaf, _root, { ledger }) => ledger.imply(leaf, 'it is the language’s version'),
  renderer: (leaf, _root, { ledger }) => ledger.imply(leaf, `it chooses the stack for -t auto, and this is ${stack}`),
  ovs: (leaf, _root, { ledger }) => ledger.lose(leaf, noOvs),
})
