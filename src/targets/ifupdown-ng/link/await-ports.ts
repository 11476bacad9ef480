import { isVirtual } from '../../../model/network.ts'
import type { InterfacesContext } from '../../interfaces/documents.ts'
import { awaitedNics, type WithPorts } from '../../interfaces/finish.ts'
import { shellWord, word } from '../../interfaces/format.ts'
import type { Stanza } from '../../interfaces/stanza.ts'

/** What has to be there before a device takes its ports: those that commands make come first, and a NIC may come late. */
export function awaitPorts(link: WithPorts, first: Stanza, context: InterfacesContext): void {
  const made = link.ports.map(port => context.link(port.link.value)).filter(isVirtual)
  if (made.length > 0)
    first.put('requires', word.print(made.flatMap(port => port.interface?.value ?? []).join(' ')), 'ports that commands make come first')
  for (const nic of awaitedNics(link, context)) {
    const device = `/sys/class/net/${shellWord(nic)}`
    first.runExtra('await-ports', `for n in 1 2 3 4 5 6 7 8 9 10; do [ -e ${device} ] && break; sleep 1; done`, 'a NIC may come late')
  }
}
