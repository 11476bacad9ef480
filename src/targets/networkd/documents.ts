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
export interface Docs {
  readonly network: IniDocument<NetworkKeys>
  readonly netdev: IniDocument<typeof netdevKeys>
  readonly side: Side<undefined, Docs>
  readonly ovs: OvsUnit<undefined, Docs>
}

/** Who configures the network. */
export const manager = 'systemd-networkd.service'

export type NetworkdContext = Context<undefined, Docs>

/**
 * networkd takes the first file that matches, by name over all directories: `05-` comes before cloud-init's and netplan's `10-`, and a
 * definition that may match several devices comes after those of one.
 */
export function openDocs(link: Link, context: NetworkdContext): Docs {
  const path = `/etc/systemd/network/${link.interface === undefined ? '06' : '05'}-netglot-${fileName(link.id)}`
  return {
    network: context.add(new IniDocument({ path: `${path}.network` }, networkKeys, context.ledger)),
    netdev: context.add(
      new IniDocument({ path: `${path}.netdev`, ...(link.kind === 'wireguard' ? forNetworkd : {}) }, netdevKeys, context.ledger),
    ),
    side: new Side(link, context),
    ovs: new OvsUnit(context, manager, link),
  }
}
