import { isVirtual, type Link } from '../../model/network.ts'
import { joined } from '../documents/document.ts'
import type { LinesDocument } from '../documents/lines.ts'
import { text } from '../text.ts'
import type { Docs, InterfacesHandler } from './documents.ts'
import { command } from './format.ts'

/**
 * Whether a DHCPv4 client must be started by commands: the `dhcp` method has no way to give it a host name to send or not to send, nor to
 * leave it in the background. `seen` says that udev can bring the device up after the boot.
 */
export const needsOwnClient = (link: Link, seen = !isVirtual(link)): boolean =>
  link.dhcp4.value &&
  link.activation?.value !== 'off' &&
  (link.dhcp4Overrides?.hostname !== undefined ||
    link.dhcp4Overrides?.sendHostname?.value === false ||
    (link.optional.value && !seen && link.controller === undefined))

/** dhclient.conf(5) of one interface: Debian's own with another word on the host name, of which the last one counts. */
const configure = (docs: Docs): LinesDocument<'shell'> => {
  const { configuration, client } = docs
  if (configuration.empty) {
    configuration.put(text('shell', 'include "/etc/dhcp/dhclient.conf";'), 'all else as the machine has it')
    client.put('configuration', command(`-cf ${configuration.path}`), 'the host name stands there')
  }
  return configuration
}

/** The host name to send. */
export const hostname: InterfacesHandler<string> = (leaf, docs) =>
  configure(docs).add(text('shell', `send host-name "${leaf.value}";`), leaf)

/** Debian's configuration sends the machine's name; an expression that has no value takes the option out (dhcp-eval(5)). */
export const sendHostname: InterfacesHandler<boolean> = (leaf, docs, { context }) =>
  leaf.value
    ? context.ledger.imply(leaf, 'Debian’s /etc/dhcp/dhclient.conf sends the host name')
    : configure(docs).add(text('shell', 'send host-name = null;'), leaf)

/** The commands that start and stop the client, with files that ifup's own clients don't use. */
export function clientCommands(link: Link, { stanzas, client }: Docs): void {
  const files = '-pf /run/netglot-dhclient.$IFACE.pid -lf /var/lib/dhcp/dhclient.$IFACE.leases'
  const options = joined(client.pieces(), ' ')
  const stanza = stanzas.settled(4)
  const origins = [...link.dhcp4.origins, ...options.origins]
  stanza.runPiece('dhcp4', { ...options, origins, text: command(`dhclient -4 ${options.text} ${files} $IFACE`.replace('  ', ' ')) })
  stanza.runExtra('undo', `dhclient -4 -r ${files} $IFACE || true`, 'gives the lease back')
}
