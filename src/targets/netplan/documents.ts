import { type Link, type LinkKind, linkOf, type Network, sections } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { Side } from '../../side/side.ts'
import { forNetworkd } from '../../side/wireguard-netdev.ts'
import type { Context } from '../context.ts'
import { IniDocument } from '../documents/ini.ts'
import { isForeign, openForeign } from './foreign.ts'
import { word } from './format.ts'
import { type DefinitionKey, definitionKeys, fileKeys, networkKeys } from './keys.ts'
import type { Mapping } from './mapping.ts'
import { namedBySide, usesNetworkManager } from './renderer.ts'
import { linkDropInKeys, machineKeys, netdevDropInKeys, netdevKeys, networkDropInKeys } from './side-keys.ts'
import { YamlDocument } from './yaml-document.ts'

/** The YAML: one file for the whole network. */
export interface Root {
  readonly network: Mapping<(typeof networkKeys)[number]>
  readonly definitions: ReadonlyMap<string, Mapping<DefinitionKey>>
  /** NetworkManager's own configuration. */
  readonly machine: IniDocument<typeof machineKeys, 'keyfile'>
}

/** What is written for one link. */
export interface Docs {
  readonly definition: Mapping<DefinitionKey>
  /** The settings of NetworkManager that the description itself passes through: `GROUP.KEY`. */
  readonly passed: ReadonlySet<string>
  /** Makes a TAP or TUN, for networkd. */
  readonly netdev: IniDocument<typeof netdevKeys>
  /** Lines for the files that netplan generates, where its YAML has no key. */
  readonly linkDropIn: IniDocument<typeof linkDropInKeys>
  readonly networkDropIn: IniDocument<typeof networkDropInKeys>
  readonly netdevDropIn: IniDocument<typeof netdevDropInKeys>
  readonly side: Side<Root, Docs>
}

export type NetplanContext = Context<Root, Docs>

/** The sections that netplan does not have. */
type Ours = 'taps' | 'tuns' | 'macvlans' | 'macvtaps' | 'ipvlans'

const order: readonly LinkKind[] = ['ethernet', ...(Object.keys(sections) as LinkKind[]).filter(kind => kind !== 'ethernet')]

/** Opens the YAML with all definitions: NICs first, then what stands among them. */
export function openRoot(context: NetplanContext): Root {
  const place = { path: '/etc/netplan/90-netglot.yaml', mode: '0600' }
  const file = context.add(new YamlDocument(place, fileKeys, context.ledger))
  const network = file.root.below('network', networkKeys)
  const links = order.flatMap(kind => context.network.links.filter(link => link.kind === kind))
  const define = (link: Link): Mapping<DefinitionKey> =>
    network
      .below<string>(isForeign(link, context) ? 'ethernets' : (sections[link.kind] as Exclude<(typeof sections)[LinkKind], Ours>), [])
      .below(word.print(definitionName(link, context.network)), definitionKeys)
  const conf = { path: '/etc/NetworkManager/conf.d/90-netglot.conf' }
  const machine = context.add(new IniDocument<typeof machineKeys, 'keyfile'>(conf, machineKeys, context.ledger))
  return { network, definitions: new Map(links.map(link => [link.id, define(link)])), machine }
}

/** What a definition is called: its id, made safe, since netplan makes file names of it. */
export const definitionName = (link: Link, network: Network): string =>
  namedBySide(link, network) && link.interface !== undefined ? link.interface.value : fileName(link.id)

/** The same for a port, as its bridge refers to it. */
export const portName = (id: string, network: Network): string => definitionName(linkOf(network, id), network)

export function openDocs(link: Link, context: NetplanContext): Docs {
  const definition = context.root.definitions.get(link.id)
  if (definition === undefined) throw new Error(`no definition of ${link.id}`)
  const { ledger, network } = context
  const folder = '/etc/systemd/network'
  const generated = `${folder}/10-netplan-${definitionName(link, network)}`
  const dropIn = (suffix: string) => ({ path: `${generated}.${suffix}.d/netglot.conf` })
  const docs: Docs = {
    definition,
    passed: new Set(link.networkManager?.passthrough.map(({ value: { group, key } }) => `${group}.${key}`)),
    netdev: context.add(
      new IniDocument(
        { path: `${folder}/05-netglot-${fileName(link.id)}.netdev`, ...(link.kind === 'wireguard' ? forNetworkd : {}) },
        netdevKeys,
        ledger,
      ),
    ),
    linkDropIn: context.add(new IniDocument(dropIn('link'), linkDropInKeys, ledger)),
    networkDropIn: context.add(new IniDocument(dropIn('network'), networkDropInKeys, ledger)),
    netdevDropIn: context.add(new IniDocument(dropIn('netdev'), netdevDropInKeys, ledger)),
    side: new Side(link, context),
  }
  if (isForeign(link, context)) openForeign(link, docs, usesNetworkManager(link, network))
  return docs
}
