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

const hasLease = ({ link }: InterfacesAt): boolean => link.vrf !== undefined && link.dhcp4Overrides?.useRoutes?.value !== false

/** DHCPv4 of a device that may be in a VRF: of VRFs a DHCP client knows nothing. */
const ofMember = (dhcp: InterfacesHandler<boolean>, inVrf: InterfacesHandler<boolean>): InterfacesHandler<boolean> =>
  when(
    (leaf, at) => leaf.value && hasLease(at),
    (leaf, docs, at) => {
      dhcp(leaf, docs, at)
      return inVrf(leaf, docs, at)
    },
    dhcp,
  )

/** The client of the dialect has no place where its routes could be told a table. */
export const leaseInMain = (dhcp: InterfacesHandler<boolean>): InterfacesHandler<boolean> =>
  ofMember(dhcp, (leaf, _docs, { context }) => context.ledger.lose(leaf, mainTable))

const mainTable = approximate(
  'the DHCP client puts the routes of the lease into the main table, and not into that of the VRF',
  'write `dhcp4-overrides: {use-routes: false}` and the default route below `routes`',
)

/** dhclient-script(8), and the exit hook for classless routes, which the same shell reads, make each route by `ip -4 route add`. */
export const leaseInVrf = (dhcp: InterfacesHandler<boolean>): InterfacesHandler<boolean> =>
  ofMember(dhcp, (leaf, { hook }, { link, context }) => {
    const { table } = context.link(link.vrf ?? '') as Vrf
    hook.comments.push('The routes of the lease are for the table of the VRF.')
    return hook.add(`ip() { case "$1 $2 $3" in '-4 route add') set -- "$@" table ${table.value} ;; esac; command ip "$@"; }`, leaf)
  })
