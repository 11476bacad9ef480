import type { Link } from '../../model/network.ts'
import type { Reason } from '../ledger.ts'
import { withoutSource } from '../networkmanager/stacked-modes.ts'
import { conflict, version } from '../target.ts'
import type { NetplanContext } from './documents.ts'
import { usesNetworkManager } from './renderer.ts'

const chooseNetworkd = 'write `renderer: networkd` for it and for the device below'

const tooOld = version('NetworkManager makes ipvlans since 1.52, and the one beside netplan may be older', chooseNetworkd)

/** What netplan's back ends make no device of. */
export function impossible(link: Link, { network }: NetplanContext): Reason | undefined {
  if (link.kind !== 'macvlan' && link.kind !== 'macvtap' && link.kind !== 'ipvlan') return undefined
  if (usesNetworkManager(link, network))
    return link.kind === 'ipvlan' ? tooOld : withoutSource(link, `take another mode, or ${chooseNetworkd}`)
  const lower = network.links.find(other => other.id === link.parent.value)
  if (lower === undefined || !usesNetworkManager(lower, network)) return undefined
  return conflict(
    `networkd makes it only on a device of its own, and ${lower.id} is NetworkManager’s`,
    'write the same `renderer` for both',
  )
}
