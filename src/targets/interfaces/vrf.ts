import type { Leaf } from '../../model/leaf.ts'
import { isVirtual, type LinkBase, type Vrf } from '../../model/network.ts'
import { joined, piece } from '../documents/document.ts'
import { implied, when } from '../handlers.ts'
import type { Receipt } from '../ledger.ts'
import { approximate, type Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesHandler, Root } from './documents.ts'
import { command } from './format.ts'
import type { CommandSlot } from './keys.ts'
import { word } from './option.ts'

type Common<N> = Fields<N, Docs, InterfacesAt>

/** A device joins before it has addresses: it goes down and up for it, and loses those of IPv6. */
const member: InterfacesHandler<string> = (leaf, _docs, { link, context }) => {
  const { table } = link as Vrf
  const vrf = link.interface?.value ?? link.id
  const port = context.link(leaf.value)
  const { stanzas } = context.docs(leaf.value)
  // udev or a person may bring the member up before the stanza of the VRF has had its turn.
  const made = joined([piece(command(String(table.value)), table), piece(command(vrf), leaf)], '')
  stanzas.first.runPiece('create', {
    ...made,
    text: `[ -e /sys/class/net/${vrf} ] || ip link add dev ${vrf} type vrf table ${table.value}`,
  })
  const slot: CommandSlot = context.root.dialect.late.has(port.kind) ? 'filter' : 'attach'
  if (!isVirtual(port)) stanzas.last.runExtra('remove', 'ip link set dev $IFACE nomaster || true', 'it is in no VRF when it is down')
  return stanzas.first.run(slot, `ip link set dev $IFACE master ${vrf}`, leaf)
}

const none = implied<Docs, Root, Docs>('the kernel gives a VRF no link-local address, and no router is heard by it')

/** The table of a VRF, from the dialect's table of what every link has; `joins` is the dialect's addition to a member. */
export const vrfTable = (
  common: Common<LinkBase>,
  joins: (member: Docs, vrf: string, leaf: Leaf<string>) => Receipt | undefined = () => undefined,
): Common<Vrf> => ({
  ...common,
  linkLocal: when(leaf => leaf.written, common.linkLocal, none),
  acceptRa: when(leaf => leaf.written || leaf.value, common.acceptRa, none),
  table: word('table'),
  members: (leaf, docs, at) => {
    joins(at.context.docs(leaf.value), at.link.interface?.value ?? at.link.id, leaf)
    return member(leaf, docs, at)
  },
})

/** A DHCP client knows nothing of VRFs: it puts the routes of the lease into the main table. */
export const leaseInVrf = (dhcp: InterfacesHandler<boolean>): InterfacesHandler<boolean> =>
  when(
    (leaf, { link }) => leaf.value && link.vrf !== undefined && link.dhcp4Overrides?.useRoutes?.value !== false,
    (leaf, docs, at) => {
      dhcp(leaf, docs, at)
      return at.context.ledger.lose(leaf, mainTable)
    },
    dhcp,
  )

const mainTable = approximate(
  'the DHCP client puts the routes of the lease into the main table, and not into that of the VRF',
  'write `dhcp4-overrides: {use-routes: false}` and the default route below `routes`',
)
