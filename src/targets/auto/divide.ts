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
  const chosen = new Map(groups.flatMap(group => group.map(link => [link.id, choose(link, group, network, spelling, report)] as const)))
  const shares = spelling.stacks.map(stack => {
    const links = network.links.filter(link => chosen.get(link.id) === stack.target)
    return { spelling: stack, network: network.withLinks(links) }
  })
  // Without a device it is networkd that has the key that is left.
  return shares.filter((share, i) => share.network.links.length > 0 || (i === 0 && network.links.length === 0))
}

/** The links that are made on one another or with one another, at whatever depth. */
function groupsOf(network: Network): readonly (readonly Link[])[] {
  let groups: (readonly Link[])[] = []
  for (const link of network.links) {
    const touches = (other: Link): boolean => neededBy(link).includes(other.id) || neededBy(other).includes(link.id)
    const joined = groups.filter(group => group.some(touches))
    groups = [...groups.filter(group => !joined.includes(group)), [...joined.flat(), link]]
  }
  return groups
}

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
const choose = (link: Link, group: readonly Link[], network: Network, spelling: Spelling, report: Report): string => {
  const own = rendererOf(link, network)
  // What Open vSwitch makes is networkd’s, as with netplan, and its ports go along.
  const leader = saidIn(group)[0] ?? group.find(isOvs)
  const renderer = leader?.renderer?.value ?? own
  if (renderer !== own && leader !== undefined)
    report.add(
      'goes-along',
      { link: link.id, renderer, leader: leader.id },
      { target: spelling.text, place: { path: pathOf(link), key: true } },
    )
  return targetOf[renderer]
}
