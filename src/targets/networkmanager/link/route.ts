import type { Leaf } from '../../../model/leaf.ts'
import type { Route, RouteScope, RouteType } from '../../../model/network.ts'
import { extra, joined, type Piece } from '../../documents/document.ts'
import { Phrase } from '../../documents/phrase.ts'
import type { Receipt } from '../../ledger.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { cidr, ip } from '../format.ts'
import { isPort, type NmAt, onPort } from '../handlers.ts'
import { ipv4Method, ipv6Method } from '../methods.ts'

const options = ['type', 'table', 'onlink', 'scope', 'src', 'mtu', 'initcwnd', 'initrwnd', 'advmss'] as const
type Option = (typeof options)[number]

/** `routeN=DESTINATION[,NEXT HOP[,METRIC]]` and `routeN_options=NAME=VALUE,…` while they are filled; or `gateway=`. */
export interface RouteLines {
  readonly head: Phrase<'to' | 'via' | 'metric', 'keyfile'>
  readonly tail: Phrase<Option, 'keyfile'>
  readonly route: Route
}

const expressible: readonly RouteType[] = ['unicast', 'local', 'blackhole', 'unreachable', 'prohibit', 'throw']

export function openRoute(_docs: Docs, route: Route, at: NmAt): RouteLines {
  if (isPort(at)) throw new Inexpressible(onPort.why, onPort.remedy)
  if (!expressible.includes(route.type.value))
    throw new Inexpressible(`it has no routes of type ${route.type.value}`, `use one of ${expressible.join(', ')}, or ip-route(8)`)
  if (route.family === 6 && ipv6Method(at.link, at.context.network) === 'disabled')
    throw new Inexpressible('IPv6 is off on the device', 'take the route out, or `link-local: []`')
  const { ledger } = at.context
  return { head: new Phrase(['to', 'via', 'metric'], ledger), tail: new Phrase(options, ledger), route }
}

/** One badly typed option costs all options of the route, without a word. */
const option = (name: Option, { tail }: RouteLines, value: string | number, leaf: Leaf<unknown>): Receipt =>
  tail.set(name, text('keyfile', `${name}=${value}`), leaf)

const number = (name: Option) => (leaf: Leaf<number>, lines: RouteLines) => option(name, lines, leaf.value, leaf)

/** rtnetlink(7)'s numbers: NetworkManager takes no words. */
const scopes: Readonly<Record<RouteScope, number>> = { global: 0, link: 253, host: 254 }

export const routeFields: Fields<Route, RouteLines, NmAt> = {
  to: (leaf, { head }) => head.set('to', cidr.print(leaf.value), leaf),
  via: (leaf, { head }) => head.set('via', ip.print(leaf.value), leaf),
  from: (leaf, lines) => option('src', lines, leaf.value.text, leaf),
  onLink: (leaf, lines) => option('onlink', lines, String(leaf.value), leaf),
  metric: (leaf, { head }) => head.set('metric', text('keyfile', String(leaf.value)), leaf),
  type: (leaf, lines, { context }) =>
    leaf.value === 'unicast' ? context.ledger.imply(leaf, 'it is what a route is') : option('type', lines, leaf.value, leaf),
  scope: (leaf, lines, { context }) => {
    if (lines.route.family === 6) return context.ledger.imply(leaf, 'the kernel knows no scopes for IPv6 routes')
    if (leaf.written || unlikeKernel(lines.route)) return option('scope', lines, scopes[leaf.value], leaf)
    return context.ledger.imply(leaf, 'NetworkManager chooses the same')
  },
  table: number('table'),
  mtu: number('mtu'),
  congestionWindow: number('initcwnd'),
  receiveWindow: number('initrwnd'),
  advertisedMss: number('advmss'),
}

/** A route that leads nowhere is `global`, but NetworkManager says `link`. */
const unlikeKernel = ({ type, via }: Route): boolean => via === undefined && type.value !== 'unicast' && type.value !== 'local'

/** The plain default route of a device without DHCP is its gateway, as people write it; all others are numbered. */
export function closeRoute(lines: RouteLines, docs: Docs, _node: Route, at: NmAt): void {
  const { route, tail } = lines
  const group = route.family === 4 ? 'ipv4' : 'ipv6'
  const kernelMetric = (route.family === 4 ? ipv4Method(at.link) : ipv6Method(at.link, at.context.network)) === 'manual'
  for (const profile of docs.profiles.all) {
    const section = profile.section(group)
    if (kernelMetric && isPlainDefault(lines) && !section.has('gateway')) {
      section.push('gateway', gateway(lines))
      continue
    }
    const rank = section.entries.filter(({ key }) => /^route\d+$/.test(key)).length + 1
    section.push(`route${rank}`, joined(columns(lines, kernelMetric), ','))
    if (tail.pieces().length > 0) section.push(`route${rank}_options`, joined(tail.pieces(), ','))
  }
}

const isPlainDefault = ({ head, tail, route }: RouteLines): boolean =>
  route.to.value.prefix === 0 && head.has('via') && !head.has('metric') && tail.pieces().length === 0

/** The line says both: where to, by its key, and the next hop. */
const gateway = ({ head }: RouteLines): Piece => ({ ...joined(head.pieces(), ''), text: head.slot('via')?.text ?? '' })

/** A metric is needed where the group's own is not the kernel's, and before a metric something has to stand for the next hop. */
const columns = ({ head, route }: RouteLines, kernelMetric: boolean): readonly Piece[] => {
  const none = extra(text('keyfile', route.family === 4 ? '0.0.0.0' : '::'), 'there is no next hop')
  const zero = kernelMetric ? undefined : extra(text('keyfile', '0'), 'the route gets the kernel’s own metric')
  const metric = head.slot('metric') ?? zero
  const via = head.slot('via') ?? (metric === undefined ? undefined : none)
  return [head.slot('to'), via, metric].filter(part => part !== undefined)
}
