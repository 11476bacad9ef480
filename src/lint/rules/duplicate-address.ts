import type { Step } from '../../diagnostics/fix.ts'
import { addressKey, bits, type Cidr, holds, linkLocal6 } from '../../model/address.ts'
import type { Address, Link } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

interface Seen {
  readonly link: Link
  readonly address: Address['address']
}

/**
 * One address on two links makes the kernel answer ARP on both and choose the route by whichever came up first; twice on one link the
 * second is refused with EEXIST. Two kinds are meant so: IPv6 link-local addresses, which hold for their link alone, and a host address
 * (/32, /128) that a link shares with others, as routed TAPs do: it brings no network with it, so no route is in doubt.
 */
export const duplicateAddress: Rule = (network, report) => {
  const seen = new Map<string, Seen[]>()
  for (const link of network.links)
    for (const { address } of link.addresses) {
      const key = addressKey(address.value.ip)
      const one: Seen = { link, address }
      const same = seen.get(key)
      if (same === undefined) seen.set(key, [one])
      const first = same?.find(other => !mayShare(other, one))
      same?.push(one)
      if (first === undefined) continue
      const params = { ip: address.value.ip, link: link.id, first: first.link.id }
      const related = relatedTo(first.address, `${first.link.id} has it here`)
      report.add('duplicate-address', params, {
        place: placeOf(address),
        related,
        fix: first.link.id === link.id ? again(first, address) : undefined,
      })
    }
}

const isHost = ({ family, prefix }: Cidr): boolean => prefix === bits(family)

const mayShare = (a: Seen, b: Seen): boolean =>
  a.link.id !== b.link.id && (holds(linkLocal6, b.address.value.ip) || isHost(a.address.value) || isHost(b.address.value))

/** What says the same a second time can go; another prefix length, or an address with options, is for people to judge. */
const again = (first: Seen, address: Address['address']): readonly Step[] | undefined => {
  const [path] = address.origins
  const isAlone = path?.length === 4 && first.address.origins[0]?.length === 4
  return isAlone && first.address.value.text === address.value.text ? [{ do: 'remove', path }] : undefined
}
