import type { Globals } from '../model/network.ts'
import type { Context } from './context.ts'
import { noOvs } from './no-ovs.ts'
import type { Fields } from './target.ts'

/** The same, where Open vSwitch’s database is told by commands, which `finish` has. */
export const globalsWithOvs = <R, D>(stack: string): Fields<Globals, R, Context<R, D>> => ({
  ...globalsWithoutFile(stack),
  ovs: (leaf, _root, { ledger, network }) => {
    const isShared = leaf.value.column === 'protocols'
    if (isShared && !network.links.some(link => link.kind === 'ovs-bridge' && link.protocols.length === 0))
      return ledger.imply(leaf, 'no bridge goes by it')
    return ledger.placed(leaf)
  },
})

/** What a description says of all devices, on a target whose files have no place for it: `stack` is the target's name in the reasons. */
export const globalsWithoutFile = <R, D>(stack: string): Fields<Globals, R, Context<R, D>> => ({
  version: (leaf, _root, { ledger }) => ledger.imply(leaf, 'it is the language’s version'),
  renderer: (leaf, _root, { ledger }) => ledger.imply(leaf, `it chooses the stack for -t auto, and this is ${stack}`),
  ovs: (leaf, _root, { ledger }) => ledger.lose(leaf, noOvs),
})
