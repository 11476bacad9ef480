import type { TunnelDescription } from '../description/schema/index.ts'
import { vxlanKeys } from '../description/schema/vxlan.ts'
import { isMulticast } from '../model/address.ts'
import { Leaf, silent } from '../model/leaf.ts'
import { type PortRange, type Vxlan, vxlanGenericPort, vxlanKernelPort } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { idleKeys } from './idle-keys.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'
import { otherSpelling } from './spellings.ts'
import { writtenKeys } from './tunnel-keys.ts'

type VxlanPlace = Place<TunnelDescription>

const own = ['mode', 'local', 'remote', 'ttl', 'key', 'keys', ...Object.keys(vxlanKeys)]

/** A VXLAN: a tunnel that carries Ethernet frames in UDP packets. */
export function vxlan({ id, place, renderer }: Definition<TunnelDescription>, scope: Scope): Vxlan {
  refuseKeys(id, place, scope)
  idleKeys(place, own, 'a VXLAN has nothing of the kind', scope)
  const extensions = flags(place, 'extensions', scope)
  const genericProtocol = extensions('generic-protocol')
  return {
    kind: 'vxlan',
    ...commonLink(id, 'vxlan', place, scope),
    renderer,
    interface: madeName(id, place, scope.report),
    macFrom: undefined,
    optional: place.leaf('optional') ?? silent(false),
    mode: place.required('mode').map(() => 'vxlan' as const),
    vni: vniOf(id, place, scope),
    parent: place.value.link === undefined ? undefined : scope.references.parent(place as Place<TunnelDescription & { link: string }>),
    ...ends(place, scope),
    ttl: notZero(place, 'ttl', scope),
    tos: notZero(place, 'type-of-service', scope),
    flowLabel: place.leaf('flow-label'),
    doNotFragment: place.leaf('do-not-fragment'),
    port: notZero(place, 'port', scope) ?? silent(genericProtocol === undefined ? vxlanKernelPort : vxlanGenericPort),
    portRange: portRange(id, place, scope),
    ...addresses(place, scope),
    ...checksums(place, scope),
    groupPolicy: extensions('group-policy'),
    genericProtocol,
  }
}

/** netplan refuses the keys of other tunnels. */
const refuseKeys = (id: string, place: VxlanPlace, scope: Scope): void => {
  const { one, each } = writtenKeys(place, scope)
  const renderer = scope.references.rendererOf(id)
  const related = [{ message: 'its mode is here', place: { path: place.at('mode') } }]
  for (const leaf of [one, each.leaf('input'), each.leaf('output')])
    if (leaf !== undefined)
      scope.report.add('mode-without-key', { mode: 'vxlan', renderer }, { place: { path: leaf.origins[0] ?? [] }, related })
  for (const key of Object.keys(each.value))
    if (key !== 'input' && key !== 'output') scope.noEffect(new Leaf(undefined, [each.at(key)]), 'a VXLAN has nothing of the kind')
}

const vniOf = (id: string, place: VxlanPlace, scope: Scope): Leaf<number> => {
  const vni = place.leaf('id') ?? silent(0)
  if (vni.value === 0)
    scope.report.add('vxlan-without-id', { id }, { place: vni.written ? { path: place.at('id') } : { path: place.path, key: true } })
  return vni
}

/** 0 is what netplan has where nothing is said. */
const notZero = (place: VxlanPlace, key: 'ttl' | 'type-of-service' | 'port' | 'limit', scope: Scope): Leaf<number> | undefined =>
  unlessZero(place.leaf(key), scope)

const unlessZero = (leaf: Leaf<number> | undefined, scope: Scope): Leaf<number> | undefined => {
  if (leaf?.value !== 0) return leaf
  scope.noEffect(leaf, '0 says nothing of it')
  return undefined
}

const ends = (place: VxlanPlace, scope: Scope): Pick<Vxlan, 'local' | 'remote' | 'group'> => {
  const [local, other] = [place.leaf('local'), place.leaf('remote')]
  if (local !== undefined && other !== undefined && local.value.family !== other.value.family) {
    const related = [{ message: 'the address of this end is here', place: { path: place.at('local') } }]
    scope.report.add(
      'vxlan-families',
      { local: local.value.text, remote: other.value.text },
      { place: { path: place.at('remote') }, related },
    )
  }
  const toAll = other !== undefined && isMulticast(other.value)
  return { local, remote: toAll ? undefined : other, group: toAll ? other : undefined }
}

/** netplan takes the two in either order, and writes them only where both are there. */
const portRange = (id: string, place: VxlanPlace, scope: Scope): Leaf<PortRange> | undefined => {
  const ports = place.items('port-range')
  const [a, b] = ports.map(port => port.value)
  if (a === undefined || b === undefined) return undefined
  if (a === 0 || b === 0) {
    for (const port of ports) scope.noEffect(port, 'a range that holds 0 is none')
    return undefined
  }
  if (a > b) scope.report.add('port-range-swapped', { id, first: b, last: a }, { place: { path: place.at('port-range') } })
  return new Leaf(
    { first: Math.min(a, b), last: Math.max(a, b) },
    ports.flatMap(port => port.origins),
  )
}

type Addresses = Pick<Vxlan, 'learning' | 'ageing' | 'limit' | 'arpProxy' | 'shortCircuit' | 'l2Miss' | 'l3Miss'>

/** What is known of the machines behind the other ends. */
const addresses = (place: VxlanPlace, scope: Scope): Addresses => {
  const notifications = flags(place, 'notifications', scope)
  return {
    learning: place.leaf('mac-learning') ?? silent(true),
    ageing: unlessZero(otherSpelling(place, 'ageing', 'aging', scope), scope),
    limit: notZero(place, 'limit', scope),
    arpProxy: place.leaf('arp-proxy'),
    shortCircuit: place.leaf('short-circuit'),
    l2Miss: notifications('l2-miss'),
    l3Miss: notifications('l3-miss'),
  }
}

type Checksums = Pick<Vxlan, 'udpChecksum' | 'zeroUdp6Tx' | 'zeroUdp6Rx' | 'remoteChecksumTx' | 'remoteChecksumRx'>

const checksums = (place: VxlanPlace, scope: Scope): Checksums => {
  const all = flags(place, 'checksums', scope)
  return {
    udpChecksum: all('udp') ?? silent(false),
    zeroUdp6Tx: all('zero-udp6-tx'),
    zeroUdp6Rx: all('zero-udp6-rx'),
    remoteChecksumTx: all('remote-tx'),
    remoteChecksumRx: all('remote-rx'),
  }
}

/** The words of a list that stand there, each as a leaf of its own. */
const flags = <K extends 'notifications' | 'checksums' | 'extensions'>(place: VxlanPlace, key: K, scope: Scope) => {
  type Word = NonNullable<TunnelDescription[K]>[number]
  const items = place.items(key) as readonly Leaf<Word>[]
  items.forEach((item, i) => {
    if (items.findIndex(other => other.value === item.value) < i) scope.noEffect(item, 'the word is there already')
  })
  return (word: Word): Leaf<true> | undefined => items.find(item => item.value === word)?.map(() => true as const)
}
