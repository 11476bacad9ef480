import type { Ip } from '../../../model/address.ts'
import type { Leaf } from '../../../model/leaf.ts'
import { hasMac, type Ipv6Generation, type RaOverrides } from '../../../model/network.ts'
import { lost, when } from '../../handlers.ts'
import { ofNoMac } from '../../kernel-ipv6.ts'
import type { Reason } from '../../ledger.ts'
import { comesUpLate, lateMtu } from '../../networkd/link/late-mtu.ts'
import { onlyThatTable } from '../../networkmanager/advertised-table.ts'
import { otherDns, otherDomains, otherRoutes } from '../../networkmanager/limits.ts'
import { impatient } from '../../networkmanager/link/ipv6.ts'
import { ipv6Method } from '../../networkmanager/methods.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { bare, integer, ip, yesNo } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { raOverrideKeys } from '../keys.ts'
import { generates, netplanMethod6 } from '../network-manager.ts'
import type { networkDropInKeys } from '../side-keys.ts'

type Domains = 'true' | 'false' | 'route'
type RaKey = (typeof networkDropInKeys)['IPv6AcceptRA'][number]

const dropIn =
  <T>(name: RaKey, print: (value: T) => string): NetplanHandler<T> =>
  (leaf, { networkDropIn }) =>
    networkDropIn.section('IPv6AcceptRA').set(name, text('ini', print(leaf.value)), leaf)

/** netplan has networkd make the addresses of advertisements so, and 0.106 refuses to; the link-local address it leaves as it is. */
const generationForNetworkd: NetplanHandler<Ipv6Generation> = (leaf, docs, at) => {
  const { link, context } = at
  if (leaf.value === 'stable-privacy' && link.linkLocal.value.ipv6)
    docs.networkDropIn.section('Network').set('IPv6LinkLocalAddressGenerationMode', text('ini', leaf.value), leaf)
  if (leaf.value === 'eui64' || context.since('1.1')) return key<string>('ipv6-address-generation', bare)(leaf, docs, at)
  if (link.acceptRa.value) return dropIn('Token', () => 'prefixstable')(leaf, docs, at)
  return link.linkLocal.value.ipv6 ? context.ledger.placed(leaf) : context.ledger.imply(leaf, 'the device makes itself no address')
}

const generationForManager: NetplanHandler<Ipv6Generation> = (leaf, docs, at) => {
  const { link, context } = at
  if (!generates(link, context.network)) return context.ledger.lose(leaf, ofNoMac)
  return key<string>('ipv6-address-generation', bare)(leaf, docs, at)
}

/** netplan writes it only where there is more of IPv6. */
const tokenForManager: NetplanHandler<Ip> = (leaf, docs, at) => {
  const { link, context } = at
  if (!hasMac(link)) return context.ledger.lose(leaf, ofNoMac)
  if (ipv6Method(link, context.network) !== 'auto') return context.ledger.lose(leaf, impatient)
  if (netplanMethod6(link, context.network) !== '') return key('ipv6-address-token', ip)(leaf, docs, at)
  passthrough('ipv6.addr-gen-mode', () => 'eui64')(leaf, docs, at)
  return passthrough<Ip>('ipv6.token', token => token.text)(leaf, docs, at)
}

export const ipv6Generation = byRenderer(generationForNetworkd, generationForManager)
export const ipv6Token = byRenderer(key('ipv6-address-token', ip), tokenForManager)
export const ipv6Mtu = byRenderer<number>(when(comesUpLate, lost(lateMtu), key('ipv6-mtu', integer)), passthrough('ipv6.mtu', String))

const override =
  <T>(name: (typeof raOverrideKeys)[number], print: (value: T) => ReturnType<typeof bare.print>): NetplanHandler<T> =>
  (leaf, { definition }) =>
    definition.below('ra-overrides', raOverrideKeys).set(name, print(leaf.value), leaf)

/** netplan 0.106 does not know the key. */
const since11 =
  <T>(yaml: NetplanHandler<T>, older: NetplanHandler<T>): NetplanHandler<T> =>
  (leaf, docs, at) =>
    (at.context.since('1.1') ? yaml : older)(leaf, docs, at)

/** netplan passes over it with NetworkManager. */
const manager =
  <T>(reasonOf: (leaf: Leaf<T>, at: NetplanAt) => Reason | undefined, handler: NetplanHandler<T>): NetplanHandler<T> =>
  (leaf, docs, at) => {
    const reason = reasonOf(leaf, at)
    return reason === undefined ? handler(leaf, docs, at) : at.context.ledger.lose(leaf, reason)
  }

export const raFields: Fields<RaOverrides, Docs, NetplanAt> = {
  useDns: byRenderer(
    since11(
      override('use-dns', yesNo.print),
      dropIn('UseDNS', value => (value ? 'yes' : 'no')),
    ),
    manager(
      (leaf, { link }) => otherDns(leaf, link),
      passthrough('ipv6.ignore-auto-dns', value => String(!value)),
    ),
  ),
  useDomains: byRenderer(
    since11<Domains>(override('use-domains', bare.print), dropIn('UseDomains', String)),
    manager<Domains>(
      (leaf, { link }) => otherDomains(leaf, link),
      (leaf, _docs, { context }) => context.ledger.imply(leaf, 'they go with the name servers'),
    ),
  ),
  table: byRenderer(
    since11(override('table', integer.print), dropIn('RouteTable', String)),
    manager<number>(
      (_leaf, { link }) => otherRoutes(link),
      (leaf, docs, at) => {
        onlyThatTable(leaf, docs.side, at)
        return passthrough('ipv6.route-table', String)(leaf, docs, at)
      },
    ),
  ),
}
