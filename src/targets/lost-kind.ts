import { Leaf } from '../model/leaf.ts'
import { leavesOf } from '../model/leaves.ts'
import { type Link, lowerOf, type Network } from '../model/network.ts'
import { pathOf } from './context.ts'
import type { Reason } from './ledger.ts'
import { conflict } from './target.ts'

/** Stands in place of a table where a target can't have links of that kind at all. Only `lostKind` makes one. */
export class LostKind {
  readonly reason: Reason
  constructor(reason: Reason) {
    this.reason = reason
  }
}

/** The whole kind is lost: `modem: lostKind(absent('it knows no modems', 'use …'))`. The target never sees such a link. */
export const lostKind = (reason: Reason): LostKind => new LostKind(reason)

/** Why the kind is lost; undefined of one that has a table. */
export const reasonOf = (table: unknown): Reason | undefined => (table instanceof LostKind ? table.reason : undefined)

interface LostPart {
  readonly leaf: Leaf<unknown>
  readonly reason: Reason
}

/** What is left of a network for a target, and what that costs: a link is one loss, however much is said of it. */
export interface Possible {
  readonly network: Network
  readonly losses: readonly LostPart[]
}

/** The network without the links that the target can't have: a bridge without such a port, and not at all what is made on such a link. */
export function possibleIn(network: Network, reasonFor: (link: Link) => Reason | undefined): Possible {
  const gone = new Set<string>()
  const losses: LostPart[] = []
  const links: Link[] = []
  const lose = (link: Link, reason: Reason): void => {
    gone.add(link.id)
    losses.push({ leaf: whole(link, pathOf(link)), reason })
  }
  for (const link of network.links) {
    const reason = reasonFor(link)
    const missing = gone.size === 0 ? undefined : lowerOf(link).find(id => gone.has(id))
    if (reason !== undefined) lose(link, reason)
    else if (missing === undefined) links.push(link)
    else if ('ports' in link) links.push(withoutPorts(link, gone, losses))
    else lose(link, stranded(missing))
  }
  return gone.size === 0 ? { network, losses } : { network: network.withLinks(links.map(link => released(link, gone))), losses }
}

const stranded = (id: string): Reason => conflict(`${id} is lost, and it is made on that`, 'see what is said of it')

type WithPorts = Extract<Link, { readonly ports: unknown }>

const withoutPorts = (link: WithPorts, gone: ReadonlySet<string>, losses: LostPart[]): Link => {
  const isGone = (port: WithPorts['ports'][number]): boolean => gone.has(port.link.value)
  for (const port of link.ports.filter(isGone)) losses.push({ leaf: whole(port), reason: stranded(port.link.value) })
  return { ...link, ports: link.ports.filter(port => !isGone(port)) } as WithPorts
}

/** A port of what is lost is nobody's, and the routes of a device whose VRF is lost go into the main table, unless they say another one. */
const released = (link: Link, gone: ReadonlySet<string>): Link => {
  if (link.controller !== undefined && gone.has(link.controller)) return { ...link, controller: undefined }
  if (link.vrf === undefined || !gone.has(link.vrf)) return link
  const routes = link.routes.map(route => (route.table?.written === false ? { ...route, table: undefined } : route))
  return { ...link, vrf: undefined, routes }
}

/** One leaf for all that is said of a node: a diagnostic names the first of its places. */
const whole = (node: unknown, ...first: Leaf<unknown>['origins']): Leaf<undefined> =>
  new Leaf(undefined, [...first, ...leavesOf(node).flatMap(leaf => leaf.origins)])
