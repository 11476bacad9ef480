import type { Link } from '../../model/network.ts'
import type { Reason } from '../ledger.ts'
import { version } from '../target.ts'
import type { NmContext } from './documents.ts'
import { withoutSource } from './stacked-modes.ts'

const tooOld = version(
  'NetworkManager makes ipvlans since 1.52, and older ones refuse the profile',
  'render for networkmanager@1.52 if the machine has it, let networkd make it, or take `macvlans` in place of it',
)

/** What NetworkManager makes no device of. */
export const impossible = (link: Link, context: NmContext): Reason | undefined =>
  link.kind === 'ipvlan' && !context.since('1.52')
    ? tooOld
    : withoutSource(link, 'take another mode, such as `private`, or let networkd make it')
