import type { Link } from '../../src/model/network.ts'
import { cablesOf } from './cables.ts'
import type { Described } from './described.ts'
import type { KernelState } from './kernel-state.ts'

/** Whether programs learn of the name servers and domains of the link. */
export const nameServersOf = (link: Link, { resolv }: KernelState, described: Described): readonly string[] => {
  if (described.exceptions.noResolver === true) return []
  const words = (key: string): readonly string[] =>
    (resolv ?? '').split('\n').flatMap(line => (line.startsWith(`${key} `) ? line.split(/\s+/).slice(1) : []))
  const [servers, domains] = [words('nameserver'), words('search')]
  return [
    ...link.nameservers.filter(({ value }) => !servers.includes(value.text)).map(({ value }) => `lacks the name server ${value.text}`),
    ...link.searchDomains.filter(({ value }) => !domains.includes(value)).map(({ value }) => `lacks the search domain ${value}`),
    ...leasedOf(link, servers, described),
  ]
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
