import type { Ip } from '../../../model/address.ts'
import { isVirtual, type LinkLocal } from '../../../model/network.ts'
import { when, written } from '../../handlers.ts'
import { onPort } from '../../networkmanager/handlers.ts'
import { oneMore, unheard } from '../../networkmanager/link/ipv6.ts'
import { ipv4Method, ipv6Method, settlesAtOnce, takesNameservers } from '../../networkmanager/methods.ts'
import { absent, approximate, conflict, value, version } from '../../target.ts'
import { text } from '../../text.ts'
import { isForeign } from '../foreign.ts'
import { yesNo } from '../format.ts'
import { key, type NetplanAt, type NetplanHandler } from '../handlers.ts'

const chooseNetworkd = 'choose networkd as the renderer'
const method6 = ({ link, context }: NetplanAt) => ipv6Method(link, context.network)

/** What a port can't have with NetworkManager; `false` is what it has anyway. */
export const notOnPort = <T>(handler: NetplanHandler<T>): NetplanHandler<T> =>
  when(
    (leaf, { link }: NetplanAt) => link.controller !== undefined && leaf.value !== false,
    (leaf, _docs, { context }) => context.ledger.lose(leaf, onPort),
    handler,
  )

/** All that activates by itself counts for NetworkManager-wait-online. */
export const optional: NetplanHandler<boolean> = (leaf, docs, at) => {
  const { link, context } = at
  if (leaf.value && !settlesAtOnce(link, context.network)) return context.ledger.lose(leaf, waited)
  return written(key('optional', yesNo), 'there is nothing to wait for')(leaf, docs, at)
}
const waited = approximate(
  'NetworkManager-wait-online waits for it too, for a minute at most',
  'allow the loss, or disable NetworkManager-wait-online.service if nothing at boot needs the network',
)

/** NetworkManager sets up devices of its own making without carrier, and waits for it on all others. */
export const ignoreCarrier: NetplanHandler<boolean> = (leaf, docs, at) => {
  const { link, context } = at
  // To netplan a device that it has no word for is a NIC.
  if (leaf.value === isVirtual(link) && isForeign(link, context)) return context.ledger.imply(leaf, 'NetworkManager does so of itself')
  return !leaf.written || leaf.value === isVirtual(link)
    ? written(key('ignore-carrier', yesNo))(leaf, docs, at)
    : context.ledger.lose(leaf, absent('NetworkManager decides by the kind of the device whether it needs a carrier', chooseNetworkd))
}

/** Wraps the handler that writes `link-local`. */
export const linkLocal =
  (handler: NetplanHandler<LinkLocal>): NetplanHandler<LinkLocal> =>
  (leaf, docs, at) => {
    const { link, context } = at
    const others = link.controller === undefined && ipv4Method(link) !== 'link-local'
    if (leaf.value.ipv4 && others && context.olderThan('1.40', 'networkmanager')) return context.ledger.lose(leaf, tooOld)
    if (link.controller === undefined && !leaf.value.ipv6 && asksIpv6(at)) {
      if (leaf.written) {
        if (leaf.value.ipv4) docs.definition.put('link-local', text('yaml', '[ipv4, ipv6]'), unwanted.why)
        return context.ledger.lose(leaf, unwanted)
      }
      context.note('stack-behaviour', { target: context.spelling.text, link: link.id, ...oneMore }, link)
      return context.ledger.imply(leaf, 'nobody asks for it')
    }
    return handler(leaf, docs, at)
  }
/** A VRF gets no link-local address by `ignore`: the kernel gives it none. */
const asksIpv6 = (at: NetplanAt): boolean => method6(at) !== 'disabled' && !(at.link.kind === 'vrf' && method6(at) === 'ignore')
const tooOld = version('an IPv4 link-local address beside others came with NetworkManager 1.40', `take out \`ipv4\`, or ${chooseNetworkd}`)
const unwanted = conflict(
  'NetworkManager gives an IPv6 link-local address to every device that has IPv6',
  `take out all that asks for IPv6, or ${chooseNetworkd}`,
)

/** Where NetworkManager gives a link-local address that the description has not, there are still no router advertisements. */
export const acceptRa =
  (handler: NetplanHandler<boolean>): NetplanHandler<boolean> =>
  (leaf, docs, at) =>
    leaf.written || leaf.value || at.link.linkLocal.value.ipv6 || ['disabled', 'ignore'].includes(method6(at))
      ? handler(leaf, docs, at)
      : key('accept-ra', yesNo)(leaf, docs, at)

/** Wraps a handler for what comes by IPv6 and needs one of these methods. */
export const byMethod6 =
  (methods: readonly string[], handler: NetplanHandler<boolean>): NetplanHandler<boolean> =>
  (leaf, docs, at) =>
    leaf.value && at.link.controller === undefined && !methods.includes(method6(at))
      ? unheard(leaf, at.link, at.context)
      : handler(leaf, docs, at)

const takes = (at: NetplanAt, family: 4 | 6): boolean => takesNameservers(family === 4 ? ipv4Method(at.link) : method6(at))

/** libnm refuses a profile with name servers of a family that is off or link-local. */
export const nameserver =
  (handler: NetplanHandler<Ip>): NetplanHandler<Ip> =>
  (leaf, docs, at) =>
    takes(at, leaf.value.family)
      ? handler(leaf, docs, at)
      : at.context.ledger.lose(leaf, homeless(`an IPv${leaf.value.family} name server`, `IPv${leaf.value.family} has`))

export const searchDomain =
  (handler: NetplanHandler<string>): NetplanHandler<string> =>
  (leaf, docs, at) =>
    takes(at, 4) || takes(at, 6) ? handler(leaf, docs, at) : at.context.ledger.lose(leaf, homeless('a search domain', 'the device has'))

const homeless = (what: string, where: string) =>
  value(
    `NetworkManager keeps ${what} only where ${where} an address, DHCP or router advertisements`,
    `write it at a device that has, or ${chooseNetworkd}`,
  )
