import { bits, networkOf } from '../../../model/address.ts'
import type { Route, Rule } from '../../../model/network.ts'
import { extra, joined, type Piece, piece, reworded } from '../../documents/document.ts'
import { Phrase } from '../../documents/phrase.ts'
import { written } from '../../handlers.ts'
import { conflict, type Fields, value } from '../../target.ts'
import { Inexpressible, type Text, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import type { SuseAt } from '../handlers.ts'
import { comesLater, isReachable } from '../layer3.ts'

/** The options of a route and of a rule, each a word with a value behind it, in the order in which they are printed. */
const routeOptions = ['table', 'type', 'scope', 'metric', 'src', 'mtu', 'initcwnd', 'initrwnd', 'advmss'] as const
const ruleOptions = ['from', 'to', 'fwmark', 'tos', 'pref', 'table'] as const

const routeSlots = ['to', 'via', ...routeOptions] as const
type RouteLine = Phrase<'to' | 'via' | (typeof routeOptions)[number], 'columns'>
type RuleLine = Phrase<(typeof ruleOptions)[number], 'columns'>

const column = (content: string | number): Text<'columns'> => text('columns', String(content))

const optionPieces = <Name extends string>(line: Phrase<Name, 'columns'>, names: readonly Name[]): readonly Piece[] => {
  const pieces: Piece[] = []
  for (const name of names) {
    const setting = line.slot(name)
    if (setting !== undefined) pieces.push(extra(column(name), 'the name of the option'), setting)
  }
  return pieces
}

const gatewayless = new Set<Route['type']['value']>(['blackhole', 'unreachable', 'prohibit', 'throw'])

/** wicked's own table of tables ends before the last number (compat-suse.c, RT_TABLE_MAX). */
const table = (number: number): Text<'columns'> => {
  if (number >= 4294967295) throw new Inexpressible('wicked refuses the last number of a routing table', 'choose a smaller one')
  return column(number)
}

export const openRoute = (_docs: Docs, _route: Route, { context }: SuseAt): RouteLine => new Phrase(routeSlots, context.ledger)

/** `DEST GATEWAY NETMASK INTERFACE OPTIONS`: wicked's routes(5) has no fifth dash, and its `onlink` never reaches the kernel. */
export const routeFields: Fields<Route, RouteLine, SuseAt> = {
  to: (leaf, line) => line.set('to', column(networkOf(leaf.value).text), leaf),
  via: (leaf, line) => line.set('via', column(leaf.value.text), leaf),
  from: (leaf, line) => line.set('src', column(leaf.value.text), leaf),
  onLink: (leaf, _line, { context }) => context.ledger.placed(leaf),
  metric: (leaf, line) => line.set('metric', column(leaf.value), leaf),
  type: written((leaf, line, { context }) =>
    leaf.value === 'xresolve'
      ? context.ledger.lose(leaf, value('wicked has no such route type', 'leave the route out'))
      : line.set('type', column(leaf.value), leaf),
  ),
  scope: written((leaf, line) => line.set('scope', column(leaf.value), leaf)),
  table: (leaf, line) => line.set('table', table(leaf.value), leaf),
  mtu: (leaf, line, { context }) =>
    leaf.value > 65536
      ? context.ledger.lose(leaf, value('wicked takes the MTU of a route up to 65536 only', 'write a smaller one'))
      : line.set('mtu', column(leaf.value), leaf),
  congestionWindow: (leaf, line) => line.set('initcwnd', column(leaf.value), leaf),
  receiveWindow: (leaf, line) => line.set('initrwnd', column(leaf.value), leaf),
  advertisedMss: (leaf, line) => line.set('advmss', column(leaf.value), leaf),
}

const empty = (): Piece => extra(column('-'), 'an empty column')

/** The line of a route, and before it that of its gateway where wicked would not know it otherwise. */
export function closeRoute(line: RouteLine, docs: Docs, route: Route, at: SuseAt): void {
  const to = line.slot('to') ?? empty()
  const via = gatewayless.has(route.type.value) ? undefined : line.slot('via')
  if (via === undefined && route.via !== undefined)
    at.context.ledger.lose(route.via, conflict(`a route of type ${route.type.value} has no gateway`, 'take `via` out'))
  placeOnLink(docs, route, at)
  const destination = via !== undefined && route.to.value.prefix === 0 ? reworded(to, 'default') : to
  docs.routeLines.push({
    line: joined([destination, via ?? empty(), empty(), empty(), ...optionPieces(line, routeOptions)], ' '),
    toGateway: via !== undefined,
  })
}

/** `onlink` as wicked can have it: a route to the gateway itself, which comes first. */
function placeOnLink(docs: Docs, route: Route, at: SuseAt): void {
  const { via, onLink } = route
  const host = via === undefined ? undefined : column(`${via.value.text}/${bits(via.value.family)}`)
  const isThere = docs.routeLines.some(other => other.line.text.startsWith(`${host} `))
  if (via !== undefined && host !== undefined && !isThere && needsOwnRoute(route, via.value.text, at)) {
    const destination = piece(host, onLink?.value === true ? onLink : via)
    docs.routeLines.push({ line: joined([destination, empty(), empty(), empty()], ' '), toGateway: false })
    if (onLink?.value === true) return
  }
  if (onLink !== undefined)
    at.context.ledger.imply(onLink, onLink.value ? 'the gateway is reachable without it' : 'wicked sets no such flag')
}

const needsOwnRoute = (route: Route, gateway: string, { link }: SuseAt): boolean =>
  !gatewayless.has(route.type.value) && !isReachable(gateway, link) && (route.onLink?.value === true || comesLater(link, route))

export const openRule = (_docs: Docs, _rule: Rule, { context }: SuseAt): RuleLine => new Phrase(ruleOptions, context.ledger)

/** wicked takes a mark without a mask for its own mask, and reads the type of service in hex (run). */
export const ruleFields: Fields<Rule, RuleLine, SuseAt> = {
  from: (leaf, line) => line.set('from', column(leaf.value.text), leaf),
  to: (leaf, line) => line.set('to', column(leaf.value.text), leaf),
  table: (leaf, line) => line.set('table', table(leaf.value), leaf),
  priority: (leaf, line) => line.set('pref', column(leaf.value), leaf),
  mark: (leaf, line) => line.set('fwmark', column(`${leaf.value}/0xffffffff`), leaf),
  typeOfService: (leaf, line) => line.set('tos', column(`0x${leaf.value.toString(16).padStart(2, '0')}`), leaf),
}

export function closeRule(line: RuleLine, docs: Docs, rule: Rule): void {
  const family = extra(column(`ipv${rule.family}`), 'wicked wants the family')
  docs.rules.push(joined([family, ...optionPieces(line, ruleOptions)], ' '))
}
