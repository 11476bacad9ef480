import type { Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { OvsUnit } from '../../side/ovs-unit.ts'
import { Side } from '../../side/side.ts'
import { forNetworkd } from '../../side/wireguard-netdev.ts'
import type { Context } from '../context.ts'
import { IniDocument, type Section } from '../documents/ini.ts'
import { netdevKeys, networkKeys } from './keys.ts'

type NetworkKeys = typeof networkKeys
export type NetworkSection<N extends keyof NetworkKeys> = Section<NetworkKeys[N][number], 'ini'>

/** The files of one link. */
export class Docs {
  readonly network: IniDocument<NetworkKeys>
  readonly side: Side<undefined, Docs>
  readonly ovs: OvsUnit<undefined, Docs>
  private readonly path: string
  private readonly link: Link
  private readonly context: NetworkdContext
  private ownNetdev: IniDocument<typeof netdevKeys> | undefined

  constructor(path: string, link: Link, context: NetworkdContext) {
    this.path = path
    this.link = link
    this.context = context
    this.network = context.add(new IniDocument({ path: `${path}.network` }, networkKeys, context.ledger))
    this.side = new Side(link, context)
    this.ovs = new OvsUnit(context, manager, link)
  }

  /** What makes the device: made when it is first asked for, since a NIC has none. */
  get netdev(): IniDocument<typeof netdevKeys> {
    this.ownNetdev ??= this.openNetdev()
    return this.ownNetdev
  }

  private openNetdev(): IniDocument<typeof netdevKeys> {
    const place = { path: `${this.path}.netdev`, ...(this.link.kind === 'wireguard' ? forNetworkd : {}) }
    return this.context.add(new IniDocument(place, netdevKeys, this.context.ledger), this.link)
  }
}

/** Who configures the network. */
export const manager = 'systemd-networkd.service'

export type NetworkdContext = Context<undefined, Docs>

/**
 * networkd takes the first file that matches, by name over all directories: `05-` comes before cloud-init's and netplan's `10-`, and a
 * definition that may match several devices comes after those of one.
 */
export function openDocs(link: Link, context: NetworkdContext): Docs {
  return new Docs(`/etc/systemd/network/${link.interface === undefined ? '06' : '05'}-netglot-${fileName(link.id)}`, link, context)
}
