import type { RaOverrides } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import { onlyThatTable } from '../advertised-table.ts'
import type { Docs } from '../documents.ts'
import { integer, yesNo } from '../format.ts'
import type { NmAt } from '../handlers.ts'
import { otherDns, otherDomains, otherRoutes } from '../limits.ts'

/** What router advertisements may change, as far as NetworkManager tells them from DHCPv6. */
export const raFields: Fields<RaOverrides, Docs, NmAt> = {
  useDns: (leaf, docs, { link, context }) => {
    const reason = otherDns(leaf, link)
    return reason === undefined
      ? docs.profiles.set('ipv6', 'ignore-auto-dns', yesNo.print(!leaf.value), leaf)
      : context.ledger.lose(leaf, reason)
  },
  useDomains: (leaf, _docs, { link, context }) => {
    const reason = otherDomains(leaf, link)
    return reason === undefined ? context.ledger.imply(leaf, 'they go with the name servers') : context.ledger.lose(leaf, reason)
  },
  table: (leaf, docs, { link, context }) => {
    const reason = otherRoutes(link)
    if (reason !== undefined) return context.ledger.lose(leaf, reason)
    onlyThatTable(leaf, docs.side, { link, context })
    return docs.profiles.set('ipv6', 'route-table', integer.print(leaf.value), leaf)
  },
}
