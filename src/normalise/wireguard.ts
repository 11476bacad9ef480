import type { TunnelDescription } from '../description/schema/index.ts'
import { isKeyFile, readWireguardKey } from '../description/schema/wireguard.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { Endpoint, Wireguard, WireguardPeer } from '../model/network.ts'
import { secret } from './authentication.ts'
import type { Definition } from './definitions.ts'
import { idleKeys } from './idle-keys.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'
import { writtenKeys } from './tunnel-keys.ts'

const own = ['mode', 'key', 'keys', 'mark', 'port', 'peers']

/** The kernel makes none (drivers/net/wireguard/device.c, wg_open), and neither does systemd-networkd (networkd-ipv6ll.c). */
const noLinkLocals = {
  families: [],
  why: 'WireGuard carries no multicast, so it has neither link-local addresses nor router advertisements',
}

/** A WireGuard device. */
export function wireguard({ id, place, renderer }: Definition<TunnelDescription>, scope: Scope): Wireguard {
  idleKeys(place, own, 'WireGuard has nothing of the kind', scope)
  return {
    kind: 'wireguard',
    ...commonLink(id, 'wireguard', place, scope, noLinkLocals),
    renderer,
    interface: madeName(id, place, scope.report),
    macFrom: undefined,
    optional: place.leaf('optional') ?? silent(false),
    mode: place.required('mode').map(() => 'wireguard'),
    ...privateKeyOf(id, place, scope),
    port: place.leaf('port'),
    mark: place.leaf('mark'),
    peers: peersOf(place, scope),
  }
}

type PrivateKey = Pick<Wireguard, 'privateKey' | 'privateKeyFile' | 'privateKeyFlags'>

const privateKeyOf = (id: string, place: Place<TunnelDescription>, scope: Scope): PrivateKey => {
  const { one, each } = writtenKeys(place, scope)
  for (const key of ['input', 'output'] as const) {
    const leaf = each.leaf(key)
    if (leaf !== undefined) scope.noEffect(leaf, 'WireGuard has a private key, and none of a direction')
  }
  if (one !== undefined && readWireguardKey(one.value) === undefined && !isKeyFile(one.value))
    scope.report.add('bad-wireguard-key', {}, { place: { path: one.origins[0] ?? [] } })
  const [key, flags] = [one?.map(text => readWireguardKey(text) ?? text) ?? each.leaf('private'), each.items('private-key-flags')]
  if (key === undefined && scope.references.rendererOf(id) === 'networkd')
    scope.report.add('wireguard-without-key', { id }, { place: { path: place.path, key: true } })
  const { itself, file } = keyOrFile(key)
  return { privateKey: itself, privateKeyFile: file, privateKeyFlags: flags }
}

/** A key is a secret; where it lies is none. */
const keyOrFile = (
  leaf: Leaf<string> | undefined,
): { readonly itself: Leaf<string> | undefined; readonly file: Leaf<string> | undefined } =>
  leaf !== undefined && isKeyFile(leaf.value) ? { itself: undefined, file: leaf } : { itself: secret(leaf), file: undefined }

const peersOf = (place: Place<TunnelDescription>, scope: Scope): readonly WireguardPeer[] => {
  const peers = place.places('peers')
  const seen = new Map<string, Place<Peer>>()
  for (const peer of peers) {
    const { public: key } = peer.value.keys
    const first = seen.get(key)
    const related = first && [{ message: 'the first one is here', place: { path: first.at('keys', 'public') } }]
    if (related !== undefined) scope.report.add('peer-twice', {}, { place: { path: peer.at('keys', 'public') }, related })
    seen.set(key, first ?? peer)
  }
  return peers.map(peer => peerOf(peer, scope))
}

type Peer = NonNullable<TunnelDescription['peers']>[number]

const peerOf = (d: Place<Peer>, scope: Scope): WireguardPeer => {
  const keys = d.place('keys') as Place<Peer['keys']>
  const { itself, file } = keyOrFile(keys.leaf('shared'))
  return {
    publicKey: keys.required('public'),
    sharedKey: itself,
    sharedKeyFile: file,
    endpoint: endpointOf(d.leaf('endpoint'), scope),
    allowedIps: d.items('allowed-ips'),
    keepalive: d.leaf('keepalive'),
  }
}

const endpointOf = (leaf: Leaf<Endpoint | ''> | undefined, scope: Scope): Leaf<Endpoint> | undefined => {
  if (leaf === undefined) return undefined
  if (leaf.value !== '') return new Leaf(leaf.value, leaf.origins)
  scope.noEffect(leaf, 'an empty endpoint is none')
  return undefined
}
