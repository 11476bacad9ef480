import type { Link, Route, Rule } from '../../model/network.ts'
import { joined, type Piece } from '../documents/document.ts'
import { Phrase } from '../documents/phrase.ts'
import { implied, nested, when, written } from '../handlers.ts'
import type { Fields } from '../target.ts'
import { Inexpressible } from '../text.ts'
import type { Docs, InterfacesAt, Root } from './documents.ts'
import { command, destination, ip, ipProgram } from './format.ts'

const routeSlots = [
  'type',
  'to',
  'via',
  'dev',
  'from',
  'metric',
  'table',
  'scope',
  'onlink',
  'mtu',
  'initcwnd',
  'initrwnd',
  'advmss',
] as const
type RoutePhrase = Phrase<(typeof routeSlots)[number], 'stanza'>

const number =
  (slot: (typeof routeSlots)[number], name: string): Fields<Route, RoutePhrase, InterfacesAt>['metric'] =>
  (leaf, phrase) =>
    phrase.set(slot, command(`${name} ${leaf.value}`), leaf)

const routeFields: Fields<Route, RoutePhrase, InterfacesAt> = {
  to: (leaf, phrase) => phrase.set('to', destination(leaf.value), leaf),
  via: (leaf, phrase) => phrase.set('via', command(`via ${leaf.value.text}`), leaf),
  from: (leaf, phrase) => phrase.set('from', command(`src ${leaf.value.text}`), leaf),
  onLink: when(
    leaf => leaf.value,
    (leaf, phrase: RoutePhrase) => phrase.set('onlink', command('onlink'), leaf),
    implied('ip route does not take a gateway for on-link unless it is told'),
  ),
  metric: number('metric', 'metric'),
  type: written((leaf, phrase) => phrase.set('type', command(leaf.value), leaf)),
  scope: written((leaf, phrase) => phrase.set('scope', command(`scope ${leaf.value}`), leaf)),
  table: number('table', 'table'),
  mtu: number('mtu', 'mtu'),
  congestionWindow: number('initcwnd', 'initcwnd'),
  receiveWindow: number('initrwnd', 'initrwnd'),
  advertisedMss: number('advmss', 'advmss'),
}

/** Which routes a `gateway` line can say: the plain default route of a family. */
const isPlainDefault = (route: Route): boolean =>
  route.to.value.prefix === 0 &&
  route.via !== undefined &&
  route.type.value === 'unicast' &&
  [route.from, route.table, route.mtu, route.congestionWindow, route.receiveWindow, route.advertisedMss].every(
    leaf => leaf === undefined,
  ) &&
  !route.scope.written

/** Routes without a device: nobody takes them away when the interface goes down. */
const deviceless: readonly string[] = ['blackhole', 'unreachable', 'prohibit', 'throw']

/** Routes: the first plain default route of each family as `gateway`, the others as commands that may run twice. `fits` is the dialect's say. */
export const routes = (fits: (route: Route, docs: Docs, link: Link) => boolean) =>
  nested<Route, Root, Docs, RoutePhrase>(
    (docs, route, { context }) => {
      docs.stanzas.refuseNameless()
      if (['nat', 'xresolve'].includes(route.type.value))
        throw new Inexpressible(`the kernel has no routes of type ${route.type.value} any more`, 'take the route out')
      return new Phrase(routeSlots, context.ledger)
    },
    routeFields,
    (phrase, docs, route, { link }) => {
      if (isPlainDefault(route) && fits(route, docs, link)) placeGateway(phrase, route, docs)
      else placeRoute(phrase, route, docs)
    },
  )

const placeGateway = (phrase: RoutePhrase, route: Route, { stanzas }: Docs): void => {
  const stanza = stanzas.find(route.family, 'static') ?? stanzas.first
  const { via } = route
  if (via === undefined) return
  const both = joined(
    [...phrase.pieces()].filter(p => !p.text.startsWith('metric ')),
    ' ',
  )
  stanzas.gateways.add(route.family)
  stanza.push('gateway', { ...both, text: ip.print(via.value) })
  const metric = phrase.slot('metric')
  if (metric !== undefined) stanza.push('metric', { ...metric, text: metric.text.slice('metric '.length) })
}

const placeRoute = (phrase: RoutePhrase, route: Route, { stanzas }: Docs): void => {
  const alone = deviceless.includes(route.type.value)
  if (!alone) phrase.put('dev', command('dev $IFACE'), 'the interface of the stanza')
  const stanza = stanzas.settled(route.family)
  const program = ipProgram(route.family)
  stanza.runPiece('route', prefixed(`${program} route replace`, phrase.pieces()))
  if (!alone) return
  const identity = (['type', 'to', 'metric', 'table'] as const).flatMap(slot => phrase.slot(slot) ?? [])
  stanza.runPiece('undo', {
    ...prefixed(`${program} route del`, identity),
    text: `${program} route del ${identity.map(p => p.text).join(' ')} || true`,
  })
}

/** A command and what follows it. */
const prefixed = (program: string, pieces: readonly Piece[]): Piece => {
  const all = joined(pieces, ' ')
  return { ...all, text: `${program} ${all.text}` }
}

const ruleSlots = ['from', 'to', 'fwmark', 'tos', 'table', 'priority'] as const
type RulePhrase = Phrase<(typeof ruleSlots)[number], 'stanza'>

const ruleFields: Fields<Rule, RulePhrase, InterfacesAt> = {
  from: (leaf, phrase) => phrase.set('from', command(`from ${leaf.value.text}`), leaf),
  to: (leaf, phrase) => phrase.set('to', command(`to ${leaf.value.text}`), leaf),
  table: (leaf, phrase) => phrase.set('table', command(`table ${leaf.value}`), leaf),
  priority: (leaf, phrase) => phrase.set('priority', command(`priority ${leaf.value}`), leaf),
  mark: (leaf, phrase) => phrase.set('fwmark', command(`fwmark ${leaf.value}`), leaf),
  // ip-rule(8) reads the number as hexadecimal, with or without 0x (iproute2's lib/rt_names.c, rtnl_dsfield_a2n).
  typeOfService: (leaf, phrase) => phrase.set('tos', command(`tos 0x${leaf.value.toString(16)}`), leaf),
}

/** Rules: ip-rule(8) can't replace one, and adds a second one where the priority is the kernel's choice. */
export const rules = nested<Rule, Root, Docs, RulePhrase>(
  (docs, _rule, { context }) => {
    docs.stanzas.refuseNameless()
    return new Phrase(ruleSlots, context.ledger)
  },
  ruleFields,
  (phrase, { stanzas }, rule) => {
    const stanza = stanzas.settled(rule.family)
    const program = `${ipProgram(rule.family)} rule`
    const all = joined(phrase.pieces(), ' ')
    stanza.runPiece('rule', { ...all, text: `${program} del ${all.text} 2>/dev/null; ${program} add ${all.text}` })
    stanza.runPiece('undo', { ...all, text: `${program} del ${all.text} || true` })
  },
)
