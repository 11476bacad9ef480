import type { Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { Side } from '../../side/side.ts'
import { type WireguardDocument, wireguardFile } from '../../side/wireguard-file.ts'
import type { Context } from '../context.ts'
import type { Piece } from '../documents/document.ts'
import { LinesDocument } from '../documents/lines.ts'
import { Phrase } from '../documents/phrase.ts'
import type { At, Handler } from '../target.ts'
import { DhclientHook } from './dhclient-hook.ts'
import { type Dialect, debianDialect } from './dialect.ts'
import { InterfacesDocument } from './document.ts'
import { type ClientSlot, type CreateSlot, clientSlots, createSlots } from './keys.ts'
import { LinkStanzas, type PlannedStanza } from './link-stanzas.ts'

/** What belongs to no link. */
export interface Root {
  readonly file: InterfacesDocument
  readonly dialect: Dialect
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
  /** What the command takes that makes the device, or sets it up. */
  readonly create: Phrase<CreateSlot, 'stanza'>
  /** What `wg setconf` reads. */
  readonly wireguard: WireguardDocument
  /** The lines that resolvconf(8) is given, where no hook reads dns-nameservers. */
  readonly resolver: Piece[]
}

export type InterfacesContext = Context<Root, Docs>
export type InterfacesAt = At<Root, Docs>
export type InterfacesHandler<T> = Handler<T, Docs, InterfacesAt>

/** The file of all links, as a dialect has it. */
export const startRoot =
  (dialect: Dialect = debianDialect) =>
  (context: InterfacesContext): Root => ({ file: context.add(new InterfacesDocument(dialect)), dialect })

/** The stanzas of a link as the dialect plans them, and its other files. */
export function openDocs(link: Link, plan: readonly PlannedStanza[], context: InterfacesContext): Docs {
  const { dialect } = context.root
  const stanzas = new LinkStanzas(link, plan, context.ledger, dialect)
  const hook = new DhclientHook(link, context.network, context.ledger)
  // What has no name has no stanza, and a hook would not know for whom it is; a bond of Open vSwitch is no device.
  if (link.interface !== undefined && link.kind !== 'ovs-bond') {
    context.root.file.add(stanzas)
    context.add(hook)
  }
  return {
    stanzas,
    hook,
    side: new Side(link, context),
    client: new Phrase(clientSlots, context.ledger),
    configuration: context.add(new LinesDocument<'shell'>({ path: dialect.clientFile(fileName(link.id)) }, context.ledger)),
    create: new Phrase(createSlots, context.ledger),
    wireguard: wireguardFile(link, context),
    resolver: [],
  }
}
