import { type Link, type LinkKind, linkOf, type Network, sections } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { Side } from '../../side/side.ts'
import { forNetworkd } from '../../side/wireguard-netdev.ts'
import type { Context } from '../context.ts'
import type { Place } from '../documents/document.ts'
import { IniDocument, type Vocabulary } from '../documents/ini.ts'
import { inOrder, rankIn } from '../documents/rank.ts'
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

/** What is written for one link. What most links have no use for is made when it is first asked for. */
export class Docs {
  readonly definition: Mapping<DefinitionKey>
  /** The settings of NetworkManager that the description itself passes through: `GROUP.KEY`. */
  readonly passed: ReadonlySet<string>
  readonly side: Side<Root, Docs>
  private readonly link: Link
  private readonly context: NetplanContext
  private ownNetdev: IniDocument<typeof netdevKeys> | undefined
  private ownLinkDropIn: IniDocument<typeof linkDropInKeys> | undefined
  private ownNetworkDropIn: IniDocument<typeof networkDropInKeys> | undefined
  private ownNetdevDropIn: IniDocument<typeof netdevDropInKeys> | undefined

  constructor(definition: Mapping<DefinitionKey>, link: Link, context: NetplanContext) {
    this.definition = definition
    this.passed = passedIn(link)
    this.side = new Side(link, context)
    this.link = link
    this.context = context
  }

  /** Makes a TAP or TUN, for networkd. */
  get netdev(): IniDocument<typeof netdevKeys> {
    const path = `${folder}/05-netglot-${fileName(this.link.id)}.netdev`
    this.ownNetdev ??= this.ini(this.link.kind === 'wireguard' ? { path, ...forNetworkd } : { path }, netdevKeys)
    return this.ownNetdev
  }

  // Lines for the files that netplan generates, where its YAML has no key.

  get linkDropIn(): IniDocument<typeof linkDropInKeys> {
    this.ownLinkDropIn ??= this.ini(this.dropIn('link'), linkDropInKeys)
    return this.ownLinkDropIn
  }

  get networkDropIn(): IniDocument<typeof networkDropInKeys> {
    this.ownNetworkDropIn ??= this.ini(this.dropIn('network'), networkDropInKeys)
    return this.ownNetworkDropIn
  }

  get netdevDropIn(): IniDocument<typeof netdevDropInKeys> {
    this.ownNetdevDropIn ??= this.ini(this.dropIn('netdev'), netdevDropInKeys)
    return this.ownNetdevDropIn
  }

  private dropIn(suffix: string): Place {
    return { path: `${folder}/10-netplan-${definitionName(this.link, this.context.network)}.${suffix}.d/netglot.conf` }
  }

  private ini<V extends Vocabulary>(place: Place, vocabulary: V): IniDocument<V> {
    return this.context.add(new IniDocument(place, vocabulary, this.context.ledger), this.link)
  }
}

const folder = '/etc/systemd/network'

const passedIn = ({ networkManager }: Link): ReadonlySet<string> =>
  networkManager === undefined ? none : new Set(networkManager.passthrough.map(({ value: { group, key } }) => `${group}.${key}`))

const none: ReadonlySet<string> = new Set()

export type NetplanContext = Context<Root, Docs>

/** The sections that netplan does not have. */
type Ours = 'taps' | 'tuns' | 'macvlans' | 'macvtaps' | 'ipvlans'

const kindRank = rankIn(['ethernet', ...Object.keys(sections).filter(kind => kind !== 'ethernet')])

/** Opens the YAML with all definitions: NICs first, then what stands among them. */
export function openRoot(context: NetplanContext): Root {
  const place = { path: '/etc/netplan/90-netglot.yaml', mode: '0600' }
  const file = context.add(new YamlDocument(place, fileKeys, context.ledger))
  const network = file.root.below('network', networkKeys)
  const links = inOrder(context.network.links, link => kindRank(link.kind))
  const noKeys: readonly string[] = []
  const define = (link: Link): Mapping<DefinitionKey> =>
    network
      .below<string>(isForeign(link, context) ? 'ethernets' : (sections[link.kind] as Exclude<(typeof sections)[LinkKind], Ours>), noKeys)
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
  const docs = new Docs(definition, link, context)
  if (isForeign(link, context)) openForeign(link, docs, usesNetworkManager(link, context.network))
  return docs
}
