import type { Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { Side } from '../../side/side.ts'
import type { Context } from '../context.ts'
import { LinesDocument } from '../documents/lines.ts'
import { Phrase } from '../documents/phrase.ts'
import type { At, Handler } from '../target.ts'
import { DhclientHook } from './dhclient-hook.ts'
import { InterfacesDocument } from './document.ts'
import { type ClientSlot, type CreateSlot, clientSlots, createSlots } from './keys.ts'
import { LinkStanzas, type PlannedStanza } from './link-stanzas.ts'
import type { Guard } from './stanza.ts'

/** What belongs to no link. */
export interface Root {
  readonly file: InterfacesDocument
  readonly guard: Guard
}

/** What one link writes into. */
export interface Docs {
  readonly stanzas: LinkStanzas
  readonly hook: DhclientHook
  readonly side: Side<Root, Docs>
  /** The options of a DHCPv4 client that commands start. */
  readonly client: Phrase<ClientSlot, 'stanza'>
  /** What that client reads. */
  readonly configuration: LinesDocument<'shell'>
  /** The command that makes a TAP or TUN. */
  readonly create: Phrase<CreateSlot, 'stanza'>
}

export type InterfacesContext = Context<Root, Docs>
export type InterfacesAt = At<Root, Docs>
export type InterfacesHandler<T> = Handler<T, Docs, InterfacesAt>

/** The file of all links, for a dialect that reads some lines, or even comments, otherwise than they stand there. */
export const startRoot =
  (guard: Guard = () => {}, comment: (line: string) => string = String) =>
  (context: InterfacesContext): Root => ({ file: context.add(new InterfacesDocument(comment)), guard })

/** The stanzas of a link as the dialect plans them, and its other files. */
export function openDocs(link: Link, plan: readonly PlannedStanza[], context: InterfacesContext): Docs {
  const stanzas = new LinkStanzas(link, plan, context.ledger, context.root.guard)
  const hook = new DhclientHook(link, context.network, context.ledger)
  // What has no name has no stanza, and a hook would not know for whom it is.
  if (link.interface !== undefined) {
    context.root.file.add(stanzas)
    context.add(hook)
  }
  return {
    stanzas,
    hook,
    side: new Side(link, context),
    client: new Phrase(clientSlots, context.ledger),
    configuration: context.add(new LinesDocument<'shell'>({ path: `/etc/dhcp/netglot-${fileName(link.id)}.conf` }, context.ledger)),
    create: new Phrase(createSlots, context.ledger),
  }
}
