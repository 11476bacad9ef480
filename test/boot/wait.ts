import { hearsRouter } from '../state/addresses.ts'
import type { Described } from '../state/described.ts'

/** What has to be there before the state is dumped: regular expressions for lines of `ip -o`, after their number (guest's dump.sh). */
export const waitFor = (described: Described): readonly string[] =>
  described.network.links.flatMap(link => {
    const name = quote(link.interface?.value ?? link.id)
    if (link.activation !== undefined || described.absent?.includes(link.id) === true) return []
    return [
      `${name}[:@]`,
      ...link.addresses.map(({ address }) => `${name} +inet6? ${quote(address.value.text)} `),
      ...(link.dhcp4.value ? [`${name} +inet 10\\.66\\.`] : []),
      ...(hearsRouter(link, described) ? [`${name} +inet6 2001:db8:66:`] : []),
    ]
  })

const quote = (text: string): string => text.replace(/[.+]/g, '\\$&')
