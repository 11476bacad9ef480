import type { BridgeDescription, TuntapDescription } from '../description/schema/index.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { Bridge, Link, Tuntap } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { bridgeMac } from './mac.ts'
import { refuseName } from './names.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** A persistent TAP or TUN device. */
export const tuntap = <K extends 'tap' | 'tun'>(
  kind: K,
  { id, place, renderer }: Definition<TuntapDescription>,
  scope: Scope,
): Tuntap & { kind: K } => ({
  kind,
  ...commonLink(id, kind, place, scope),
  renderer,
  interface: interfaceOf(id, place, scope),
  mac: place.leaf('macaddress'),
  macFrom: undefined,
  optional: place.leaf('optional') ?? silent(true),
  owner: place.leaf('owner'),
  group: place.leaf('group'),
  multiQueue: place.leaf('multi-queue') ?? silent(false),
  vnetHeader: place.leaf('vnet-header') ?? silent(false),
  packetInfo: place.leaf('packet-info') ?? silent(false),
})

/** A bridge. `links` are all that can be its ports. */
export function bridge({ id, place, renderer }: Definition<BridgeDescription>, links: readonly Link[], scope: Scope): Bridge {
  const parameters = place.place('parameters')
  const ports = place.items('interfaces')
  const [ageing, aging] = [parameters?.leaf('ageing-time'), parameters?.leaf('aging-time')]
  if (ageing !== undefined && aging !== undefined) scope.noEffect(aging, 'ageing-time, its other spelling, is there too')
  const hasNic = ports.some(port => links.some(l => l.id === port.value && (l.kind === 'ethernet' || l.kind === 'wifi')))
  return {
    kind: 'bridge',
    ...commonLink(id, 'bridge', place, scope),
    ...bridgeMac(id, place, links, scope),
    renderer,
    interface: interfaceOf(id, place, scope),
    optional: place.leaf('optional') ?? silent(!hasNic),
    ports: ports.map(link => ({ link, pathCost: perPort(link, 'path-cost', place), priority: perPort(link, 'port-priority', place) })),
    // netplan writes STP= as soon as there are parameters, and its default is true (src/parse.c).
    stp: parameters?.leaf('stp') ?? (parameters === undefined ? silent(false) : new Leaf(true, emptyOrigin(parameters))),
    priority: parameters?.leaf('priority'),
    forwardDelay: parameters?.leaf('forward-delay'),
    helloTime: parameters?.leaf('hello-time'),
    maxAge: parameters?.leaf('max-age'),
    ageingTime: ageing ?? aging,
  }
}

/** `parameters: {}` says something: STP on. */
const emptyOrigin = (parameters: Place<object>) => (Object.keys(parameters.value).length === 0 ? [parameters.path] : [])

const interfaceOf = (id: string, place: Place<object>, scope: Scope): Leaf<string> => {
  const name = new Leaf(id, [place.path])
  refuseName(name, scope.report)
  return name
}

const perPort = (port: Leaf<string>, key: 'path-cost' | 'port-priority', place: Place<BridgeDescription>): Leaf<number> | undefined => {
  const value = place.value.parameters?.[key]?.[port.value]
  return value === undefined ? undefined : new Leaf(value, [place.at('parameters', key, port.value)])
}
