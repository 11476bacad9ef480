import { type Section, sectionsOf } from './ini-sections.ts'
import { profileDefaults } from './networkmanager-defaults.ts'
import { offloads } from './read-udev.ts'
import type { Fact } from './semantic.ts'
import { address, bool, plain, prefix, yesNo } from './values.ts'

const groupNames: Readonly<Record<string, string>> = {
  '802-3-ethernet': 'ethernet',
  '802-11-wireless': 'wifi',
  '802-11-wireless-security': 'wifi-security',
}

/** Keys whose value is a list. */
const lists =
  /^((ipv[46]\.(dns|dns-search))|match\.(interface-name|driver)|802-1x\.eap|wireguard-peer\..*allowed-ips|vxlan\..*list|.*private-key-flags-list)$/

/** Keys whose 1 and 0 are no numbers. */
const booleans =
  /^(connection\.autoconnect|bridge\.stp|.*\.(never-default|ignore-auto-dns|ignore-auto-routes|may-fail|dhcp-send-hostname|hidden))$/

/** A network's name: a text, or the numbers of its bytes. */
const ssid = (raw: string): string =>
  /^(\d{1,3};)+$/.test(raw) ? Buffer.from(raw.split(';').slice(0, -1).map(Number)).toString() : unescaped(raw)

const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\', ';': ';' }
const unescaped = (raw: string): string => raw.replaceAll(/\\(.)/g, (_, c: string) => escapes[c] ?? c)

const single = (place: string, raw: string): string => {
  if (place === 'wifi.ssid') return ssid(raw)
  if (place === 'ipv6.addr-gen-mode') return { 0: 'eui64', 1: 'stable-privacy' }[raw] ?? raw
  if (booleans.test(place)) return bool(raw)
  return plain(unescaped(raw))
}

const valuesOf = (place: string, raw: string): readonly string[] =>
  lists.test(place)
    ? raw
        .split(/[;,]/)
        .filter(Boolean)
        .map(item => plain(item))
    : [single(place, raw)]

/** `route1=10.0.0.0/8,192.0.2.1,50` and its options as one text, in one order. */
const routeOf = (raw: string, options: string): string => {
  const [to = '', via = '', metric = ''] = raw.split(',')
  const gateway = via === '' || /^(0\.0\.0\.0|::)$/.test(via) ? [] : [`via ${address(via)}`]
  const more = options
    .split(/[,;]/)
    .filter(option => option !== '' && option !== 'onlink=false')
    .sort()
  return [prefix(to), ...gateway, ...(metric === '' ? [] : [`metric ${metric}`]), ...more].join(' ')
}

const decimal = (value: string): string => (/^0x/.test(value) ? String(Number(value)) : value)

/** A rule's words in one order. */
const ruleOf = (raw: string): string => {
  const pairs = [...raw.matchAll(/(\S+) (\S+)/g)].map(
    ([, key = '', value = '']) => `${key} ${/^(from|to)$/.test(key) ? prefix(value) : decimal(value)}`,
  )
  return pairs
    .filter(pair => pair !== 'tos 0')
    .sort()
    .join(' ')
}

/** The numbered and the special entries of [ipv4] and [ipv6]; undefined for all others. */
function ipFact(
  group: string,
  key: string,
  raw: string,
  entries: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] | undefined {
  if (!/^ipv[46]$/.test(group)) return undefined
  if (/^route\d+_options$/.test(key)) return []
  if (/^route\d+$/.test(key)) return [[`${group}.route`, routeOf(raw, entries.get(`${key}_options`) ?? '')]]
  if (/^routing-rule\d+$/.test(key)) return [[`${group}.routing-rule`, ruleOf(raw)]]
  const everywhere = group === 'ipv4' ? '0.0.0.0/0' : '::/0'
  if (key === 'gateway') return [[`${group}.route`, routeOf(`${everywhere},${raw}`, '')]]
  if (!/^address\d+$/.test(key)) return undefined
  const [ip = '', gateway] = raw.split(',')
  const address1: readonly [string, string] = [`${group}.address`, address(ip)]
  return gateway === undefined ? [address1] : [address1, [`${group}.route`, routeOf(`${everywhere},${gateway}`, '')]]
}

const entriesOf = ({ name, entries }: Section): readonly (readonly [string, string])[] => {
  const group = groupNames[name] ?? name
  const all = new Map(entries)
  return entries.flatMap(([key, raw]) => {
    const special = ipFact(group, key, raw, all)
    if (special !== undefined) return special
    return valuesOf(`${group}.${key}`, raw).map(value => [`${group}.${key}`, value] as const)
  })
}

/** What a profile of NetworkManager says. A radio has one a network; `uuids` tells which definition a UUID stands for. */
export function profileFacts(device: string, content: string, uuids: ReadonlyMap<string, string>): readonly Fact[] {
  const entries = sectionsOf(content).flatMap(entriesOf)
  const network = entries.find(([place]) => place === 'wifi.ssid')?.[1]
  const kind = network === undefined ? 'profile' : `profile(${network})`
  const resolved = entries.map(([place, value]) => [place, uuids.get(value) ?? value] as const)
  return profileDefaults(resolved).map(([place, value]) => {
    const offload = offloads[/^ethtool\.feature-(.+)$/.exec(place)?.[1] ?? '']
    return offload === undefined
      ? { device, place: `${kind}/${place}`, value }
      : { device, place: `link/Link.${offload}`, value: yesNo(value) }
  })
}
