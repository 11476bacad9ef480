import type { Leaf } from '../model/leaf.ts'
import type { Globals, Network, OvsGlobal } from '../model/network.ts'
import type { Context } from './context.ts'
import type { Reason } from './ledger.ts'
import type { Fields } from './target.ts'

/** Whether it is of protocols for all bridges, and each has its own. */
const isIdle = ({ value }: Leaf<OvsGlobal>, { links }: Network): boolean =>
  value.column === 'protocols' && !links.some(link => link.kind === 'ovs-bridge' && link.protocols.length === 0)

/** What a description says of all devices, where Open vSwitch’s database is told by commands, which `finish` has; `lost`: why it can’t be. */
export const globalsWithOvs = <R, D>(
  stack: string,
  lost: (network: Network, context: Context<R, D>) => Reason | undefined = () => undefined,
): Fields<Globals, R, Context<R, D>> => ({
  version: (leaf, _root, { ledger }) => ledger.imply(leaf, 'it is the language’s version'),
  renderer: (leaf, _root, { ledger }) => ledger.imply(leaf, `it chooses the stack for -t auto, and this is ${stack}`),
  ovs: (leaf, _root, context) => {
    const { ledger, network } = context
    const reason = lost(network, context)
    if (reason !== undefined) return ledger.lose(leaf, reason)
    return isIdle(leaf, network) ? ledger.imply(leaf, 'no bridge goes by it') : ledger.placed(leaf)
  },
})
