import type { Ip } from '../../../model/address.ts'
import type { Leaf } from '../../../model/leaf.ts'
import { hasMac, type Ipv6Generation, isLoopback, type Link, type LinkLocal } from '../../../model/network.ts'
import type { Context } from '../../context.ts'
import { ofNoMac } from '../../kernel-ipv6.ts'
import type { Receipt } from '../../ledger.ts'
import { absent, conflict } from '../../target.ts'
import { text } from '../../text.ts'
import { isPort, type NmAt, type NmHandler } from '../handlers.ts'
import { ipv4Method, ipv6Method, isDeaf } from '../methods.ts'

const methodOf = ({ link, context }: NmAt) => ipv6Method(link, context.network)

/** Both groups stand in every profile that has addresses of its own: one that is left out means DHCP and router advertisements. */
export const linkLocal: NmHandler<LinkLocal> = (leaf, docs, at) => {
  const { link, context } = at
  if (isPort(at)) return context.ledger.imply(leaf, 'a port has no link-local address')
  const [four, six] = [ipv4Method(link), methodOf(at)]
  if (!leaf.value.ipv6 && givesLinkLocal(at)) {
    if (leaf.written) return context.ledger.lose(leaf, unwanted)
    context.note('stack-behaviour', { target: context.spelling.text, link: link.id, ...oneMore }, link)
  }
  docs.profiles.set('ipv4', 'method', text('keyfile', four), leaf)
  // 3: a link-local address beside the others (NM_SETTING_IP4_LL_ENABLED).
  if (leaf.value.ipv4 && four !== 'link-local') docs.profiles.set('ipv4', 'link-local', text('keyfile', '3'), leaf)
  if (six !== 'disabled' && six !== 'ignore') docs.profiles.set('ipv6', 'addr-gen-mode', text('keyfile', generation(at)), leaf)
  return docs.profiles.set('ipv6', 'method', text('keyfile', six), leaf)
}

/** A VRF gets no link-local address by `ignore`: the kernel gives it none (net/ipv6/addrconf.c, addrconf_addr_gen). */
const givesLinkLocal = (at: NmAt): boolean => methodOf(at) !== 'disabled' && !(at.link.kind === 'vrf' && methodOf(at) === 'ignore')

/** Without a MAC there is nothing that an address could be made of; with eui64 NetworkManager gives up. */
const generation = ({ link }: NmAt): string => (hasMac(link) ? (link.ipv6Generation?.value ?? 'eui64') : 'stable-privacy')

/** Of a device that no other stack gives a link-local address. */
export const oneMore = {
  does: 'NetworkManager gives an IPv6 link-local address to every device that has IPv6, and here too',
  remedy: 'nothing: the address does no harm',
}

const unwanted = conflict(
  'NetworkManager gives an IPv6 link-local address to every device that has IPv6',
  'take `link-local` out, or all that asks for IPv6: addresses, DHCPv6 and `accept-ra`',
)

export const acceptRa: NmHandler<boolean> = (leaf, docs, at) => {
  const method = methodOf(at)
  if (isLoopback(at.link) && !leaf.written) return at.context.ledger.imply(leaf, 'lo hears no router')
  if (leaf.value && method !== 'auto' && method !== 'ignore') return unheard(leaf, at.link, at.context)
  docs.profiles.set('ipv6', 'method', text('keyfile', method), leaf)
  if (method === 'auto' && ipv4Method(at.link) === 'disabled')
    forEver(at, 'ra-timeout', 'without an advertisement the profile would fail after 30 seconds, and with it the device')
  return at.context.ledger.placed(leaf)
}

/** What nobody has asked for is no loss. */
export function unheard<R, D>(leaf: Leaf<boolean>, link: Link, context: Context<R, D>): Receipt {
  if (link.kind === 'dummy') return context.ledger.imply(leaf, 'a dummy has nobody at its other end')
  if (!isDeaf(link)) return context.ledger.lose(leaf, impatient)
  if (leaf.written) return context.ledger.lose(leaf, deaf)
  context.note('stack-behaviour', { target: context.spelling.text, link: link.id, does: deaf.why, remedy: deaf.remedy }, link)
  return context.ledger.imply(leaf, 'nobody asks for it')
}

const deaf = absent(
  'NetworkManager hears no routers on a tunnel that carries packets, but for GRE over IPv4',
  'write `accept-ra: false`, and the routes to the other end',
)

/** What a device without a link can't do without NetworkManager starting it anew again and again. */
export const impatient = conflict(
  'a TAP or TUN that has no IPv4 hears nothing until a program opens it, and NetworkManager would give up after a minute and make the device anew',
  'give the device an IPv4 address, or write false',
)

/** A time that never ends, in NetworkManager's word for it. A radio that knows several networks tries the next one instead. */
export function forEver({ link, context }: NmAt, key: 'ra-timeout' | 'dhcp-timeout', why: string, group: 'ipv4' | 'ipv6' = 'ipv6'): void {
  const { profiles } = context.docs(link.id)
  if (profiles.all.length > 1) return
  profiles.comment('2147483647 means for ever: NetworkManager would give up in the end and take the device down.')
  profiles.put(group, key, text('keyfile', '2147483647'), why)
}

export const ipv6Privacy: NmHandler<boolean> = (leaf, docs, at) => {
  const method = methodOf(at)
  if (method === 'disabled') return at.context.ledger.imply(leaf, 'there is no IPv6')
  if (method === 'ignore') return at.context.ledger.imply(leaf, 'the kernel makes no temporary addresses of itself')
  // 2: temporary addresses are made and preferred; 0: none.
  return docs.profiles.set('ipv6', 'ip6-privacy', text('keyfile', leaf.value ? '2' : '0'), leaf)
}

const takesPart = (at: NmAt): boolean => !['disabled', 'ignore'].includes(methodOf(at))

export const ipv6Generation: NmHandler<Ipv6Generation> = (leaf, docs, at) => {
  if (!takesPart(at)) return at.context.ledger.imply(leaf, 'there is no IPv6')
  if (leaf.value === 'eui64' && !hasMac(at.link)) return at.context.ledger.lose(leaf, ofNoMac)
  return docs.profiles.set('ipv6', 'addr-gen-mode', text('keyfile', leaf.value), leaf)
}

/** A token wants eui64, which `link-local` says already. */
export const ipv6Token: NmHandler<Ip> = (leaf, docs, at) => {
  if (!hasMac(at.link)) return at.context.ledger.lose(leaf, ofNoMac)
  if (methodOf(at) !== 'auto') return at.context.ledger.lose(leaf, impatient)
  return docs.profiles.set('ipv6', 'token', text('keyfile', leaf.value.text), leaf)
}

export const ipv6Mtu: NmHandler<number> = (leaf, docs, at) =>
  takesPart(at)
    ? docs.profiles.set('ipv6', 'mtu', text('keyfile', String(leaf.value)), leaf)
    : at.context.ledger.imply(leaf, 'there is no IPv6')
