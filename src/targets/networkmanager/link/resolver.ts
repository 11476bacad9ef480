import type { Ip } from '../../../model/address.ts'
import { value } from '../../target.ts'
import { listed } from '../format.ts'
import type { NmAt, NmHandler } from '../handlers.ts'
import { ipv4Method, ipv6Method, takesNameservers } from '../methods.ts'

type IpGroup = 'ipv4' | 'ipv6'

const takes = ({ link, context }: NmAt, group: IpGroup): boolean =>
  takesNameservers(group === 'ipv4' ? ipv4Method(link) : ipv6Method(link, context.network))

/** libnm refuses a profile with name servers of a family that is off or link-local. */
export const nameserver: NmHandler<Ip> = (leaf, docs, at) => {
  const group = leaf.value.family === 4 ? 'ipv4' : 'ipv6'
  if (takes(at, group)) return docs.profiles.append(group, 'dns', listed.print(leaf.value.text), leaf)
  return at.context.ledger.lose(leaf, homeless(`an IPv${leaf.value.family} name server`, `IPv${leaf.value.family} has`))
}

/** Search domains stand beside the name servers that shall know them. */
export const searchDomain: NmHandler<string> = (leaf, docs, at) => {
  const possible = (['ipv4', 'ipv6'] as const).filter(group => takes(at, group))
  const served = possible.filter(group => at.link.nameservers.some(server => server.value.family === (group === 'ipv4' ? 4 : 6)))
  const groups = served.length > 0 ? served : possible.slice(0, 1)
  if (groups.length === 0) return at.context.ledger.lose(leaf, homeless('a search domain', 'the device has'))
  for (const group of groups) docs.profiles.append(group, 'dns-search', listed.print(leaf.value), leaf)
  return at.context.ledger.placed(leaf)
}

const homeless = (what: string, where: string) =>
  value(`it keeps ${what} only where ${where} an address, DHCP or router advertisements`, 'write it at a device that has')
