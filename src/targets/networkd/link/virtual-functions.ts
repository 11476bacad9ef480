import type { VirtualFunctions } from '../../../model/network.ts'
import { foundBeforeNaming } from '../../../side/side.ts'
import { deviceUnit, functionFields, type SriovUnit } from '../../../side/sriov-unit.ts'
import { nested } from '../../handlers.ts'
import type { Docs } from '../documents.ts'

const byUnit = functionFields<Docs, undefined>()

/** The number alone stands in the .link file of a NIC that one finds; a unit does the rest. */
export const virtualFunctions = nested<VirtualFunctions, undefined, Docs, SriovUnit | Docs>(
  (docs, node, { link, context }) =>
    node.switchMode === undefined && foundBeforeNaming(link) ? docs : deviceUnit(link, 'sriov', docs, context),
  {
    count: (leaf, open, at) => ('unit' in open ? byUnit.count(leaf, open, at) : open.side.functionCount(leaf)),
    switchMode: (leaf, open, at) => byUnit.switchMode(leaf, open as SriovUnit, at),
    delayRebind: (leaf, open, at) => byUnit.delayRebind(leaf, open as SriovUnit, at),
  },
)
