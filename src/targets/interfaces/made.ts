import type { Link, LinkKind } from '../../model/network.ts'
import { joined, type Piece } from '../documents/document.ts'
import type { Docs, InterfacesContext } from './documents.ts'
import { command } from './format.ts'

/** The commands that make a device, bring it up and delete it again; `docs.create` holds what the handlers found out of it, the type too where none is given. */
export function madeCommands(
  link: Link,
  { stanzas, create }: Docs,
  program: 'ip link add' | 'ip tuntap add',
  type: string | undefined,
  { root }: InterfacesContext,
): void {
  if (type !== undefined) create.put('type', command(`dev $IFACE ${type}`), 'the kind of the device')
  const line = joined([constant(`[ -e /sys/class/net/$IFACE ] || ${program}`), ...create.pieces()], ' ')
  stanzas.first.runPiece('create', line)
  if (stanzas.first.method === 'manual' && !root.dialect.raisesAll && link.activation?.value !== 'off')
    stanzas.first.runExtra('raise', 'ip link set dev $IFACE up', 'the method manual leaves that to commands')
  const remove = 'ip link del dev $IFACE'
  // With one end of a pair goes the other.
  if (link.kind === 'veth') stanzas.last.runExtra('remove', `[ ! -e /sys/class/net/$IFACE ] || ${remove}`, 'the device is of our making')
  else stanzas.last.runExtra('remove', remove, 'the device is of our making')
}

const constant = (text: string): Piece => ({ text, origins: [], secret: false, why: 'makes the device' })

const plain: ReadonlySet<LinkKind> = new Set(['ipvlan', 'macvlan', 'macvtap', 'veth', 'vrf'])

/** The same for a kind that no dialect has words of its own for. */
export const madePlainly = (link: Link, docs: Docs, context: InterfacesContext): void => {
  if (plain.has(link.kind)) madeCommands(link, docs, 'ip link add', `type ${link.kind}`, context)
}
