import { lostKind } from './lost-kind.ts'
import { absent } from './target.ts'

/** NetworkManager alone leaves a device that has no profile of ours as it is, and makes a VLAN on it. */
export const looseVlan = lostKind(
  absent(
    'the device that the VLAN is on is not described, and only NetworkManager makes a VLAN on one that somebody else sets up',
    'define that device with all that it has, its addresses or DHCP included, or render for networkmanager',
  ),
)
