import { isOvs, type Link, linkOf, type Network } from '../../model/network.ts'
import type { Context } from '../context.ts'
import type { Reason } from '../ledger.ts'
import { absent, value, version } from '../target.ts'
import type { NmContext } from './documents.ts'
import { noPlugin } from './no-plugin.ts'
import { withoutSource } from './stacked-modes.ts'

const tooOld = version(
  'NetworkManager makes ipvlans since 1.52, and older ones refuse the profile',
  'render for networkmanager@1.52 if the machine has it, let networkd make it, or take `macvlans` in place of it',
)

/** Why there is nothing of Open vSwitch on the machine’s NetworkManager: only a distribution tells. */
export const lacksOvs = <R, D>({ spelling }: Context<R, D>): Reason | undefined =>
  spelling.distribution?.family.lacksOvsPlugin === true ? noPlugin : undefined

const ofBridgeOnly = absent('Open vSwitch makes a VLAN of nothing but a bridge', 'make it a VLAN of the bridge itself')
const untagged = value('to NetworkManager a port with the tag 0 is one without a tag', 'choose another `id`')

const withoutTag = (link: Link, network: Network): Reason | undefined => {
  if (link.kind !== 'ovs-vlan') return undefined
  if (linkOf(network, link.parent.value).kind !== 'ovs-bridge') return ofBridgeOnly
  return link.tag.value === 0 ? untagged : undefined
}

/** What NetworkManager makes no device of. */
export function impossible(link: Link, context: NmContext): Reason | undefined {
  if (link.kind === 'ipvlan' && !context.since('1.52')) return tooOld
  if (isOvs(link)) return lacksOvs(context) ?? withoutTag(link, context.network)
  return withoutSource(link, 'take another mode, such as `private`, or let networkd make it')
}
