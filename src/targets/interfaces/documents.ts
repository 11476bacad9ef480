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

/** What one link writes into: its stanzas, and what most links have no use for, which is made when it is first asked for. */
export class Docs {
  readonly stanzas: LinkStanzas
  readonly side: Side<Root, Docs>
  /** The lines that resolvconf(8) is given, where no hook reads dns-nameservers. */
  readonly resolver: Piece[] = []
  private readonly link: Link
  private readonly context: InterfacesContext
  private ownHook: DhclientHook | undefined
  private ownClient: Phrase<ClientSlot, 'stanza'> | undefined
  private ownConfiguration: LinesDocument<'shell'> | undefined
  private ownCreate: Phrase<CreateSlot, 'stanza'> | undefined
  private ownWireguard: WireguardDocument | undefined

  constructor(link: Link, plan: readonly PlannedStanza[], context: InterfacesContext) {
    this.link = link
    this.context = context
    this.stanzas = new LinkStanzas(link, plan, context.ledger, context.root.dialect)
    this.side = new Side(link, context)
  }

  get hook(): DhclientHook {
    this.ownHook ??= this.openHook()
    return this.ownHook
  }

  /** The options of a DHCPv4 client that commands start. */
  get client(): Phrase<ClientSlot, 'stanza'> {
    this.ownClient ??= new Phrase(clientSlots, this.context.ledger)
    return this.ownClient
  }

  /** What that client reads. */
  get configuration(): LinesDocument<'shell'> {
    this.ownConfiguration ??= this.openConfiguration()
    return this.ownConfiguration
  }

  /** What the command takes that makes the device, or sets it up. */
  get create(): Phrase<CreateSlot, 'stanza'> {
    this.ownCreate ??= new Phrase(createSlots, this.context.ledger)
    return this.ownCreate
  }

  /** What `wg setconf` reads. */
  get wireguard(): WireguardDocument {
    this.ownWireguard ??= wireguardFile(this.link, this.context)
    return this.ownWireguard
  }

  private openHook(): DhclientHook {
    const { link, context } = this
    const hook = new DhclientHook(link, context.network, context.ledger)
    return hasStanzas(link) ? context.add(hook, link) : hook
  }

  private openConfiguration(): LinesDocument<'shell'> {
    const { link, context } = this
    return context.add(new LinesDocument<'shell'>({ path: context.root.dialect.clientFile(fileName(link.id)) }, context.ledger), link)
  }
}

export type InterfacesContext = Context<Root, Docs>
export type InterfacesAt = At<Root, Docs>
export type InterfacesHandler<T> = Handler<T, Docs, InterfacesAt>

/** The file of all links, as a dialect has it. */
export const startRoot =
  (dialect: Dialect = debianDialect) =>
  (context: InterfacesContext): Root => ({ file: context.add(new InterfacesDocument(dialect)), dialect })

/** What has no name has no stanza, and a hook would not know for whom it is; a bond of Open vSwitch is no device. */
const hasStanzas = (link: Link): boolean => link.interface !== undefined && link.kind !== 'ovs-bond'

/** The stanzas of a link as the dialect plans them, and its other files. */
export function openDocs(link: Link, plan: readonly PlannedStanza[], context: InterfacesContext): Docs {
  const docs = new Docs(link, plan, context)
  if (hasStanzas(link)) context.root.file.add(docs.stanzas)
  return docs
}
