import type { Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { Side } from '../../side/side.ts'
import type { UnitDocument } from '../../side/unit.ts'
import { type WireguardDocument, wireguardFile } from '../../side/wireguard-file.ts'
import type { Context } from '../context.ts'
import type { Piece } from '../documents/document.ts'
import { LinesDocument } from '../documents/lines.ts'
import { commandScript } from './command-script.ts'
import { IfcfgDocument } from './ifcfg-document.ts'
import { NetconfigHook } from './netconfig-hook.ts'
import { tunnelUnit } from './tunnel-unit.ts'
import { tuntapUnit } from './tuntap-unit.ts'
import { vethUnit } from './veth-unit.ts'
import { wireguardUnit } from './wireguard-unit.ts'

/** The files of one link. */
export interface Docs {
  readonly ifcfg: IfcfgDocument
  readonly routes: LinesDocument<'columns'>
  readonly rules: LinesDocument<'columns'>
  /** The lines of `routes`, until all are known: wicked sets routes in the order of the file. */
  readonly routeLines: { readonly line: Piece; readonly toGateway: boolean }[]
  readonly hook: NetconfigHook
  /** What a bridge says of its ports, by the port's id. */
  readonly perPort: Map<'BRIDGE_PATHCOSTS' | 'BRIDGE_PORTPRIORITIES', Map<string, Piece>>
  /** The script of commands for what wicked has no variable for, which it runs when the device is up; of a port, when its bridge has taken it. */
  readonly script: LinesDocument<'shell'>
  /** The same for what has to be there before the link is up, whatever it is, and for what would not hold before. */
  readonly before: LinesDocument<'shell'>
  readonly after: LinesDocument<'shell'>
  /** What the script of a bridge of Open vSwitch runs before the link is up, in this order. */
  readonly ovs: { readonly bridge: Piece[]; readonly bonds: Piece[]; readonly ports: Piece[] }
  /** The unit that makes a device which wicked can't make. */
  readonly unit: UnitDocument | undefined
  /** What `wg setconf` reads. */
  readonly wireguard: WireguardDocument
  readonly side: Side<undefined, Docs>
}

export type SuseContext = Context<undefined, Docs>

const folder = '/etc/sysconfig/network'

const unitOf = (link: Link, context: SuseContext): UnitDocument | undefined => {
  if (link.kind === 'tap' || link.kind === 'tun') return tuntapUnit(link, context)
  if (link.kind === 'veth') return vethUnit(link, context)
  if (link.kind === 'wireguard') return wireguardUnit(link, context)
  return link.kind === 'tunnel' ? tunnelUnit(link, context) : undefined
}

/** wicked's files carry the name of the interface. */
export function openDocs(link: Link, context: SuseContext): Docs {
  const file = fileName(link.id)
  const name = link.interface?.value ?? file
  const { ledger } = context
  return {
    ifcfg: context.add(new IfcfgDocument(`${folder}/ifcfg-${name}`, ledger)),
    routes: context.add(new LinesDocument<'columns'>({ path: `${folder}/ifroute-${name}` }, ledger)),
    rules: context.add(new LinesDocument<'columns'>({ path: `${folder}/ifrule-${name}` }, ledger)),
    routeLines: [],
    hook: context.add(new NetconfigHook(`${folder}/scripts/netglot-${file}-dns`, name, ledger)),
    perPort: new Map(),
    script: context.add(commandScript(`${folder}/scripts/netglot-${file}`, ledger)),
    before: context.add(commandScript(`${folder}/scripts/netglot-${file}-pre-up`, ledger)),
    after: context.add(commandScript(`${folder}/scripts/netglot-${file}-post-up`, ledger)),
    ovs: { bridge: [], bonds: [], ports: [] },
    unit: unitOf(link, context),
    wireguard: wireguardFile(link, context),
    side: new Side(link, context),
  }
}
