import type { Link } from '../../src/model/network.ts'
import { type Described, nameOf } from './described.ts'
import type { KernelState } from './kernel-state.ts'
import { hasRoute, showRoute } from './routes.ts'
import { hasRule, showRule } from './rules.ts'

/** What the kernel still has of an earlier description, though the later one has it no longer, one line each. */
export const leftovers = (before: Described, after: Described, state: KernelState): readonly string[] =>
  before.network.links.flatMap(link => {
    const name = nameOf(before.network, link.id)
    if (!state.links.some(({ ifname }) => ifname === name)) return []
    const now = after.network.links.find(l => nameOf(after.network, l.id) === name)
    if (now === undefined) return [`${name} is still there`]
    return [
      ...addressesLeft(link, now, name, state),
      ...routesLeft(link, now, name, state),
      ...rulesLeft(link, now, state),
      ...mtuLeft(link, now, name, state),
    ].map(line => `${name}: ${line}`)
  })

const addressesLeft = (link: Link, now: Link, name: string, { addresses }: KernelState): readonly string[] => {
  const found = addresses.find(({ ifname }) => ifname === name)?.addr_info ?? []
  return without(
    link.addresses.map(({ address }) => address.value.text),
    now.addresses.map(({ address }) => address.value.text),
  )
    .filter(text => found.some(({ local, prefixlen }) => `${local}/${prefixlen}` === text))
    .map(text => `still has the address ${text}`)
}

const routesLeft = (link: Link, now: Link, name: string, state: KernelState): readonly string[] =>
  without(
    link.routes.filter(route => hasRoute(route, name, state)).map(showRoute),
    now.routes.filter(route => hasRoute(route, name, state)).map(showRoute),
  ).map(text => `still has the route ${text}`)

const rulesLeft = (link: Link, now: Link, state: KernelState): readonly string[] =>
  without(link.rules.filter(rule => hasRule(rule, state)).map(showRule), now.rules.filter(rule => hasRule(rule, state)).map(showRule)).map(
    text => `still has the rule ${text}`,
  )

const mtuLeft = (link: Link, now: Link, name: string, { links }: KernelState): readonly string[] =>
  link.mtu !== undefined && now.mtu === undefined && links.some(({ ifname, mtu }) => ifname === name && mtu === link.mtu?.value)
    ? [`still has the MTU ${link.mtu.value}`]
    : []

const without = (list: readonly string[], other: readonly string[]): readonly string[] => list.filter(entry => !other.includes(entry))
