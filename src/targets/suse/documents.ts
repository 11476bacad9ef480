import type { Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { Side } from '../../side/side.ts'
import type { UnitDocument } from '../../side/unit.ts'
import { type WireguardDocument, wireguardFile } from '../../side/wireguard-file.ts'
import type { Context } from '../context.ts'
import type { Document, Piece } from '../documents/document.ts'
import { LinesDocument } from '../documents/lines.ts'
import { commandScript } from './command-script.ts'
import { IfcfgDocument } from './ifcfg-document.ts'
import { NetconfigHook } from './netconfig-hook.ts'
import { tunnelUnit } from './tunnel-unit.ts'
import { tuntapUnit } from './tuntap-unit.ts'
import { vethUnit } from './veth-unit.ts'
import { wireguardUnit } from './wireguard-unit.ts'

/** The files of one link. What most links have no use for is made when it is first asked for. */
export class Docs {
  readonly ifcfg: IfcfgDocument
  /** The lines of `routes`, until all are known: wicked sets routes in the order of the file. */
  readonly routeLines: { readonly line: Piece; readonly toGateway: boolean }[] = []
  /** What a bridge says of its ports, by the port's id. */
  readonly perPort = new Map<'BRIDGE_PATHCOSTS' | 'BRIDGE_PORTPRIORITIES', Map<string, Piece>>()
  /** What the script of a bridge of Open vSwitch runs before the link is up, in this order. */
  readonly ovs: { readonly bridge: Piece[]; readonly bonds: Piece[]; readonly ports: Piece[] } = { bridge: [], bonds: [], ports: [] }
  /** The unit that makes a device which wicked can't make. */
  readonly unit: UnitDocument | undefined
  readonly side: Side<undefined, Docs>
  private readonly link: Link
  private readonly context: SuseContext
  private ownRoutes: LinesDocument<'columns'> | undefined
  private ownRules: LinesDocument<'columns'> | undefined
  private ownHook: NetconfigHook | undefined
  private ownScript: Script | undefined
  private ownBefore: Script | undefined
  private ownAfter: Script | undefined
  private ownWireguard: WireguardDocument | undefined

  constructor(link: Link, context: SuseContext) {
    this.link = link
    this.context = context
    this.ifcfg = context.add(new IfcfgDocument(`${folder}/ifcfg-${this.name}`, context.ledger))
    this.unit = unitOf(link, context)
    this.side = new Side(link, context)
  }

  get routes(): LinesDocument<'columns'> {
    this.ownRoutes ??= this.add(new LinesDocument({ path: `${folder}/ifroute-${this.name}` }, this.context.ledger))
    return this.ownRoutes
  }

  get rules(): LinesDocument<'columns'> {
    this.ownRules ??= this.add(new LinesDocument({ path: `${folder}/ifrule-${this.name}` }, this.context.ledger))
    return this.ownRules
  }

  get hook(): NetconfigHook {
    this.ownHook ??= this.add(new NetconfigHook(`${this.scripts}-dns`, this.name, this.context.ledger))
    return this.ownHook
  }

  /** The script of commands for what wicked has no variable for, which it runs when the device is up; of a port, when its bridge has taken it. */
  get script(): Script {
    this.ownScript ??= this.add(commandScript(this.scripts, this.context.ledger))
    return this.ownScript
  }

  /** The same for what has to be there before the link is up, whatever it is. */
  get before(): Script {
    this.ownBefore ??= this.add(commandScript(`${this.scripts}-pre-up`, this.context.ledger))
    return this.ownBefore
  }

  /** The same for what would not hold before. */
  get after(): Script {
    this.ownAfter ??= this.add(commandScript(`${this.scripts}-post-up`, this.context.ledger))
    return this.ownAfter
  }

  /** What `wg setconf` reads. */
  get wireguard(): WireguardDocument {
    this.ownWireguard ??= wireguardFile(this.link, this.context)
    return this.ownWireguard
  }

  /** The scripts that have a line. */
  get full() {
    return { hook: full(this.ownHook), script: full(this.ownScript), before: full(this.ownBefore), after: full(this.ownAfter) }
  }

  /** wicked's files carry the name of the interface. */
  private get name(): string {
    return this.link.interface?.value ?? fileName(this.link.id)
  }

  private get scripts(): string {
    return `${folder}/scripts/netglot-${fileName(this.link.id)}`
  }

  private add<T extends Document>(document: T): T {
    return this.context.add(document, this.link)
  }
}

type Script = LinesDocument<'shell'>

const full = <D extends Document>(document: D | undefined): D | undefined => (document?.empty === false ? document : undefined)

export type SuseContext = Context<undefined, Docs>

const folder = '/etc/sysconfig/network'

const unitOf = (link: Link, context: SuseContext): UnitDocument | undefined => {
  if (link.kind === 'tap' || link.kind === 'tun') return tuntapUnit(link, context)
  if (link.kind === 'veth') return vethUnit(link, context)
  if (link.kind === 'wireguard') return wireguardUnit(link, context)
  return link.kind === 'tunnel' ? tunnelUnit(link, context) : undefined
}
