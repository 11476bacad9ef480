import type { VirtualFunctions } from '../../../model/network.ts'
import { deviceUnit, functionFields, type SriovUnit } from '../../../side/sriov-unit.ts'
import { nested } from '../../handlers.ts'
import { text } from '../../text.ts'
import type { Docs, NmContext, Root } from '../documents.ts'

const byUnit = functionFields<Docs, Root>()

/** NetworkManager sets the mode of the switch since 1.46, and gives the functions their driver back at once; before, a unit does all of it. */
const byProfile = ({ switchMode, delayRebind }: VirtualFunctions, context: NmContext): boolean =>
  switchMode === undefined || (context.since('1.46') && delayRebind?.value !== true)

/** Virtual functions: NetworkManager makes them when it brings the NIC up. */
export const virtualFunctions = nested<VirtualFunctions, Root, Docs, SriovUnit | Docs>(
  (docs, node, { link, context }) => (byProfile(node, context) ? docs : deviceUnit(link, 'sriov', docs, context)),
  {
    count: (leaf, open, at) =>
      'unit' in open ? byUnit.count(leaf, open, at) : open.profiles.set('sriov', 'total-vfs', text('keyfile', String(leaf.value)), leaf),
    // NMSriovEswitchMode: 0 legacy, 1 switchdev.
    switchMode: (leaf, open, at) =>
      'unit' in open
        ? byUnit.switchMode(leaf, open, at)
        : open.profiles.set('sriov', 'eswitch-mode', text('keyfile', leaf.value === 'switchdev' ? '1' : '0'), leaf),
    delayRebind: (leaf, open, at) =>
      'unit' in open
        ? byUnit.delayRebind(leaf, open, at)
        : at.context.ledger.imply(leaf, 'NetworkManager gives the functions their driver back at once'),
  },
)
