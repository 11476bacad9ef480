import type { Link } from '../../src/model/network.ts'
import { cablesOf } from './cables.ts'
import type { Described } from './described.ts'
import type { KernelState } from './kernel-state.ts'

/** Whether programs learn of the name servers and domains of the link. */
export const nameServersOf = (link: Link, { resolv }: KernelState, described: Described): readonly string[] => {
  if (described.exceptions.noResolver === true) return []
  const [servers, domains] = [wordsOf('nameserver', resolv), wordsOf('search', resolv)]
  return [
    ...link.nameservers.filter(({ value }) => !servers.includes(value.text)).map(({ value }) => `lacks the name server ${value.text}`),
    ...link.searchDomains.filter(({ value }) => !domains.includes(value)).map(({ value }) => `lacks the search domain ${value}`),
    ...leasedOf(link, servers, described),
  ]
}

const wordsOf = (key: string, resolv: string | null): readonly string[] =>
  (resolv ?? '').split('\n').flatMap(line => (line.startsWith(`${key} `) ? line.split(/\s+/).slice(1) : []))

/** The name servers that nobody has described and no far end of a cable has named. */
export const surplusNameServersOf = ({ network, exceptions }: Described, { resolv }: KernelState): readonly string[] => {
  if (exceptions.noResolver === true) return []
  const known = network.links.flatMap(link => link.nameservers.map(({ value }) => value.text))
  return wordsOf('nameserver', resolv)
    .filter(server => !known.includes(server) && !/^(10\.66\.|2001:db8:66:|fe80:)/.test(server))
    .map(server => `there is the name server ${server}`)
}

/** The far end of a cable names itself as name server. */
const leasedOf = (link: Link, servers: readonly string[], described: Described): readonly string[] => {
  if (!link.dhcp4.value) return []
  const [cable] = cablesOf(link, described)
  if (cable === undefined) return []
  const wanted = link.dhcp4Overrides?.useDns?.value !== false
  const found = servers.includes(`10.66.${cable}.1`)
  if (wanted === found) return []
  return [wanted ? 'lacks the name server of the DHCP server' : 'has the name server of the DHCP server']
}
