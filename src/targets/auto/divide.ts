import type { Report } from '../../diagnostics/report.ts'
import { isOvs, type Link, type Network, neededBy, type Renderer, rendererOf } from '../../model/network.ts'
import { pathOf, type Spelling } from '../context.ts'

/** What one stack gets of a network. */
export interface Share {
  readonly spelling: Spelling
  readonly network: Network
}

const targetOf = { networkd: 'networkd', NetworkManager: 'networkmanager' } as const satisfies Record<Renderer, string>

/**
 * Divides a network among the stacks of `auto`, by the renderer of each link; undefined when that can't be, and reported then. What stands on one
 * another stays together, since no stack puts its port into a bridge of another: it goes to the stack that any of it names.
 */
export function divide(network: Network, spelling: Spelling, report: Report): readonly Share[] | undefined {
  const groups = groupsOf(network)
  const clashes = groups.filter(group => isTorn(group, spelling, report))
  if (clashes.length > 0) return undefined
  const chosen = new Map<string, string>()
  for (const group of groups) {
    const leader = leaderOf(group)
    for (const link of group) chosen.set(link.id, choose(link, leader, network, spelling, report))
  }
  const shares = spelling.stacks.map(stack => {
    const links = network.links.filter(link => chosen.get(link.id) === stack.target)
    return { spelling: stack, network: network.withLinks(links) }
  })
  // Without a device it is networkd that has the key that is left.
  return shares.filter((share, i) => share.network.links.length > 0 || (i === 0 && network.links.length === 0))
}

interface Group {
  readonly links: Link[]
  /** Which link came into it last, by its number. */
  last: number
}

/** The links that are made on one another or with one another, at whatever depth; the group that grew last comes last. */
function groupsOf({ links }: Network): readonly (readonly Link[])[] {
  const near = neighbours(links)
  const groups = new Map<string, Group>()
  for (const [number, link] of links.entries()) {
    const group = merged(touched(near.get(link.id) ?? [], groups), groups)
    group.links.push(link)
    group.last = number
    groups.set(link.id, group)
  }
  return [...new Set(groups.values())].sort((a, b) => a.last - b.last).map(group => group.links)
}

/** The ids of what each link is made on or with, and of what is made on or with it. */
const neighbours = (links: readonly Link[]): ReadonlyMap<string, readonly string[]> => {
  const near = new Map<string, string[]>(links.map(link => [link.id, [...neededBy(link)]]))
  for (const link of links) for (const id of neededBy(link)) near.get(id)?.push(link.id)
  return near
}

const touched = (ids: readonly string[], groups: ReadonlyMap<string, Group>): readonly Group[] => {
  const found = new Set<Group>()
  for (const id of ids) {
    const group = groups.get(id)
    if (group !== undefined) found.add(group)
  }
  return [...found].sort((a, b) => a.last - b.last)
}

/** The links of all of them in the first. */
const merged = ([first, ...others]: readonly Group[], groups: Map<string, Group>): Group => {
  const group = first ?? { links: [], last: 0 }
  for (const link of others.flatMap(other => other.links)) {
    group.links.push(link)
    groups.set(link.id, group)
  }
  return group
}

/** What Open vSwitch makes is networkd’s, as with netplan, and its ports go along. */
const leaderOf = (group: readonly Link[]): Link | undefined => saidIn(group)[0] ?? group.find(isOvs)

const saidIn = (group: readonly Link[]): readonly Link[] => group.filter(link => link.renderer !== undefined && !isOvs(link))

/** Whether the links of a group name different renderers. */
const isTorn = (group: readonly Link[], spelling: Spelling, report: Report): boolean => {
  const [first, ...more] = saidIn(group)
  const other = more.find(link => link.renderer?.value !== first?.renderer?.value)
  if (first === undefined || other === undefined) return false
  const [path, place] = [first.renderer?.origins[0], other.renderer?.origins[0]]
  report.add(
    'renderers-differ',
    { link: other.id, renderer: other.renderer?.value ?? '', other: first.id, otherRenderer: first.renderer?.value ?? '' },
    {
      target: spelling.text,
      place: place && { path: place },
      related: path === undefined ? [] : [{ message: `${first.id} gets its renderer here`, place: { path } }],
    },
  )
  return true
}

/** The stack of a link: its group's, which the link is told of when it is not its own. */
const choose = (link: Link, leader: Link | undefined, network: Network, spelling: Spelling, report: Report): string => {
  const own = rendererOf(link, network)
  const renderer = leader?.renderer?.value ?? own
  if (renderer !== own && leader !== undefined)
    report.add(
      'goes-along',
      { link: link.id, renderer, leader: leader.id },
      { target: spelling.text, place: { path: pathOf(link), key: true } },
    )
  return targetOf[renderer]
}
