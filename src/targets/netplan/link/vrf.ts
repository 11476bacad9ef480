import type { Leaf } from '../../../model/leaf.ts'
import { leavesOf } from '../../../model/leaves.ts'
import type { MacPolicy, Vrf } from '../../../model/network.ts'
import type { Codec } from '../../codec.ts'
import { implied, nested, when } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import { type Fields, type Handler, type Nested, version } from '../../target.ts'
import { Inexpressible } from '../../text.ts'
import { type Docs, portName } from '../documents.ts'
import { integer, word } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler } from '../handlers.ts'
import { usesNetworkManager } from '../renderer.ts'
import { common } from './common.ts'
import { openRoute, routeFields } from './route.ts'

type Field = Handler<never, Docs, NetplanAt> | Nested<never, Docs, NetplanAt>

/** netplan 0.106 takes a VRF's renderer, table, interfaces, routes and rules, and no other key: it would refuse the file. */
const tooNew = version(
  'netplan takes this key of a VRF since 1.0',
  'render for netplan@1.1 if the machine has it, or write it at the devices of the VRF',
)

const refused = (leaf: Leaf<unknown>, { context }: NetplanAt): Receipt | undefined =>
  leaf.written && !context.since('1.1') ? context.ledger.lose(leaf, tooNew) : undefined

/** A table whose leaves only newer releases take, where the description says them. */
const onlyNew = <F extends object>(fields: F): F =>
  Object.fromEntries(Object.entries(fields).map(([name, field]: [string, Field]) => [name, newField(field)])) as F

const newField = (field: Field): unknown => {
  if (typeof field === 'function') {
    const handle = field as unknown as Handler<unknown, Docs, NetplanAt>
    return (leaf: Leaf<unknown>, docs: Docs, at: NetplanAt) => refused(leaf, at) ?? handle(leaf, docs, at)
  }
  const { run } = field as unknown as { run(node: unknown, docs: Docs, at: NetplanAt): void }
  return {
    run(node: unknown, docs: Docs, at: NetplanAt): void {
      if (at.context.since('1.1')) run(node, docs, at)
      else for (const leaf of leavesOf(node)) refused(leaf, at) ?? at.context.ledger.imply(leaf, 'what it belongs to is lost')
    },
  }
}

/** NetworkManager reads both in the profile that netplan writes, and sets neither. */
const byRule = <T>(name: 'macaddress' | 'mtu', codec: Codec<T, 'yaml'>, rule: (leaf: Leaf<T>, docs: Docs) => Receipt): NetplanHandler<T> =>
  byRenderer(key(name, codec), (leaf, docs, at) => {
    rule(leaf, docs)
    return key(name, codec)(leaf, docs, at)
  })

const none = implied<Docs, NetplanAt['context']['root'], Docs>('the kernel gives a VRF no link-local address, and no router is heard by it')
const always = implied<Docs, NetplanAt['context']['root'], Docs>('netplan never waits for the carrier of a VRF')

/** netplan 0.106 dies of a VRF with routes and no rules (its src/validation.c, adopt_and_validate_vrf_routes); rules for NetworkManager stand elsewhere. */
const openVrfRoute: typeof openRoute = (docs, route, at) => {
  const { link, context } = at
  if (!context.since('1.1') && (link.rules.length === 0 || usesNetworkManager(link, context.network)))
    throw new Inexpressible(
      'netplan 0.106 crashes where a VRF has routes without rules, and nothing of the file comes to be',
      'write the routes at a device of the VRF, with their `table`, or render for netplan@1.1 if the machine has it',
    )
  return openRoute(docs, route, at)
}

const { renderer, interface: name, macFrom, alias, routes: _routes, rules, networkManager, ...others } = common
const { ipv4Forwarding, ipv6Forwarding, ipv4ProxyArp, ipv6ProxyNdp, linkLocal, acceptRa, ignoreCarrier, ...keys } = others

const sinceOne = onlyNew({
  ...keys,
  mac: byRule('macaddress', word, (leaf, { side }) => side.macAddress(leaf)),
  macPolicy: byRenderer<MacPolicy>(keys.macPolicy, (leaf, { side }) => side.macPolicy(leaf)),
  mtu: byRule('mtu', integer, (leaf, { side }) => side.mtu(leaf)),
  linkLocal: when<{ readonly ipv4: boolean; readonly ipv6: boolean }, Docs, NetplanAt>(leaf => leaf.written, linkLocal, none),
  acceptRa: when<boolean, Docs, NetplanAt>(leaf => leaf.written, acceptRa, none),
  ignoreCarrier: when<boolean, Docs, NetplanAt>(leaf => leaf.written, ignoreCarrier, byRenderer(always, ignoreCarrier)),
})

export const vrf = {
  ...sinceOne,
  renderer,
  interface: name,
  macFrom,
  alias,
  ipv4Forwarding,
  ipv6Forwarding,
  ipv4ProxyArp,
  ipv6ProxyNdp,
  networkManager,
  routes: nested(openVrfRoute, routeFields),
  rules,
  table: key('table', integer),
  members: (leaf, { definition }, { context }) => definition.append('interfaces', word.print(portName(leaf.value, context.network)), leaf),
} satisfies Fields<Vrf, Docs, NetplanAt>
