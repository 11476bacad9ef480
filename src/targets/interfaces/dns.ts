import type { Ip } from '../../model/address.ts'
import type { Link } from '../../model/network.ts'
import { Inexpressible } from '../text.ts'
import type { Docs, InterfacesContext, InterfacesHandler } from './documents.ts'
import { ip, word } from './format.ts'
import type { Stanza } from './stanza.ts'

/** A server for /etc/resolv.conf; `stanzaOf` is the dialect's choice of the stanza. */
export const nameserver =
  (stanzaOf: (docs: Docs, family: 4 | 6) => Stanza): InterfacesHandler<Ip> =>
  (leaf, docs) =>
    stanzaOf(docs, leaf.value.family).append('dns-nameservers', ip.print(leaf.value), leaf)

export const searchDomain: InterfacesHandler<string> = (leaf, { stanzas }) => {
  if (leaf.value.startsWith('~')) throw new Inexpressible('resolv.conf has no domains for routing alone', 'leave the ~ out, or the domain')
  return stanzas.first.append('dns-search', word.print(leaf.value), leaf)
}

/** Servers in a stanza reach /etc/resolv.conf only through a hook of another package. */
export function noteResolver(link: Link, context: InterfacesContext): void {
  if (link.nameservers.length + link.searchDomains.length === 0) return
  context.answer.require('resolvconf', 'dns-nameservers and dns-search reach /etc/resolv.conf only through it')
  const does = 'the package resolvconf writes /etc/resolv.conf of them: ifup itself does nothing with them'
  context.note('dns-resolver', { target: context.spelling.text, link: link.id, does }, link)
}
