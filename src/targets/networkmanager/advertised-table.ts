import type { Leaf } from '../../model/leaf.ts'
import type { Link } from '../../model/network.ts'
import type { Side } from '../../side/side.ts'
import type { Context } from '../context.ts'

/**
 * A table for the routes of advertisements. Until NetworkManager has the device, the kernel takes advertisements itself, and puts their routes into the
 * main table, where they stay as long as the router lives; and NetworkManager's `route-table` is of all of IPv6.
 */
export function onlyThatTable<R, D>(leaf: Leaf<number>, side: Side<R, D>, { link, context }: { link: Link; context: Context<R, D> }): void {
  if (link.interface !== undefined) side.sysctl('ipv6', 'accept_ra', 0, leaf)
  context.note('stack-behaviour', { target: context.spelling.text, link: link.id, ...linkLocalToo }, link)
}

const linkLocalToo = {
  does: 'NetworkManager puts the route to the link-local addresses of the network into the table of the advertisements too',
  remedy: 'where the machine talks to others by link-local addresses, add a rule `to: fe80::/10` with that table',
}
