import { readTunnelKey } from '../description/scalars.ts'
import type { TunnelDescription } from '../description/schema/index.ts'
import { type Leaf, silent } from '../model/leaf.ts'
import { carriesFrames, goesOver6, type IpTunnelMode, type Tunnel } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { idleKeys } from './idle-keys.ts'
import { commonLink, type LinkLocals } from './link.ts'
import { madeName } from './names.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'
import { writtenKeys } from './tunnel-keys.ts'

const own = ['mode', 'local', 'remote', 'ttl', 'key', 'keys']

/** A tunnel that carries packets, or frames, in IP packets. */
export function ipTunnel({ id, place, renderer }: Definition<TunnelDescription>, mode: IpTunnelMode, scope: Scope): Tunnel {
  if (mode === 'isatap' && scope.references.rendererOf(id) !== 'NetworkManager')
    scope.report.add('isatap-without-manager', { id }, { place: { path: place.at('mode') } })
  idleKeys(place, own, `a tunnel of mode ${mode} has nothing of the kind`, scope)
  return {
    kind: 'tunnel',
    ...commonLink(id, 'tunnel', place, scope, linkLocals(mode)),
    renderer,
    interface: madeName(id, place, scope.report),
    ...withoutMac(place, mode, scope),
    macFrom: undefined,
    optional: place.leaf('optional') ?? silent(false),
    mode: place.required('mode').map(() => mode),
    ...ends(place, mode, scope),
    ttl: ttlOf(place, mode, scope),
    ...keysOf(id, place, mode, scope),
  }
}

/** systemd-networkd makes no IPv6 link-local address on these (networkd-ipv6ll.c), and IPv4 ones only where there is ARP (networkd-ipv4ll.c). */
const linkLocals = (mode: IpTunnelMode): LinkLocals | undefined => {
  if (carriesFrames(mode)) return undefined
  const why = `a tunnel of mode ${mode} gets no link-local address of this family, with systemd-networkd`
  return { families: goesOver6(mode) ? ['ipv6'] : [], why }
}

/** A tunnel of packets has no MAC to be set. */
const withoutMac = (place: Place<TunnelDescription>, mode: IpTunnelMode, scope: Scope): Partial<Pick<Tunnel, 'mac' | 'macPolicy'>> => {
  if (carriesFrames(mode)) return {}
  const mac = place.leaf('macaddress')
  if (mac !== undefined) scope.noEffect(mac, `a tunnel of mode ${mode} carries IP packets and has no MAC`)
  return { mac: undefined, macPolicy: undefined }
}

const ends = (place: Place<TunnelDescription>, mode: IpTunnelMode, scope: Scope): Pick<Tunnel, 'local' | 'remote'> => {
  const family = goesOver6(mode) ? 6 : 4
  for (const key of ['local', 'remote'] as const)
    if ((place.value[key]?.family ?? family) !== family)
      scope.report.add('tunnel-family', { key, mode, family }, { place: { path: place.at(key) }, related: [modeOf(place)] })
  const remote = place.leaf('remote')
  if (remote === undefined) scope.report.add('tunnel-without-remote', { mode, family }, { place: { path: place.path, key: true } })
  return { local: place.leaf('local'), remote: remote ?? silent({ family, text: '' }) }
}

/** 0 is what netplan has where nothing is said. Over IPv6 systemd-networkd and ip(8) make 64 of that; VTI has no TTL (net/ipv4/ip_vti.c). */
const ttlOf = (place: Place<TunnelDescription>, mode: IpTunnelMode, scope: Scope): Leaf<number> | undefined => {
  const [ttl, isVti] = [place.leaf('ttl'), mode.startsWith('vti')]
  if (ttl !== undefined && ttl.value !== 0 && !isVti) return ttl
  if (ttl !== undefined) scope.noEffect(ttl, isVti ? `a tunnel of mode ${mode} has no TTL of its own` : '0 says nothing of it')
  return goesOver6(mode) && !isVti ? silent(64) : undefined
}

const gre: readonly IpTunnelMode[] = ['gre', 'gretap', 'ip6gre', 'ip6gretap']
/** netplan has keys for these modes; those of VTI only where networkd makes the tunnel. */
const keyed = { networkd: [...gre, 'vti', 'vti6'], NetworkManager: gre } as const

const keysOf = (id: string, place: Place<TunnelDescription>, mode: IpTunnelMode, scope: Scope): Pick<Tunnel, 'inputKey' | 'outputKey'> => {
  const { one, each } = writtenKeys(place, scope)
  const written = [one, each.leaf('input'), each.leaf('output')].filter(leaf => leaf !== undefined)
  const renderer = scope.references.rendererOf(id)
  if (!(keyed[renderer] as readonly string[]).includes(mode))
    for (const leaf of written)
      scope.report.add('mode-without-key', { mode, renderer }, { place: { path: leaf.origins[0] ?? [] }, related: [modeOf(place)] })
  const key = one?.map(text => keyNumber(text, one, scope))
  return { inputKey: keyOf(key ?? each.leaf('input'), scope), outputKey: keyOf(key ?? each.leaf('output'), scope) }
}

const keyNumber = (text: string, { origins }: Leaf<string>, scope: Scope): number => {
  const key = readTunnelKey(text)
  if (key === undefined) scope.report.add('bad-tunnel-key', { key: text }, { place: { path: origins[0] ?? [] } })
  return key ?? 0
}

/** To systemd-networkd 0 is no key. */
const keyOf = (key: Leaf<number> | undefined, scope: Scope): Leaf<number> | undefined => {
  if (key?.value !== 0) return key
  if (!scope.report.failed) scope.noEffect(key, '0 stands for no key')
  return undefined
}

const modeOf = (place: Place<TunnelDescription>) => ({ message: 'its mode is here', place: { path: place.at('mode') } })
