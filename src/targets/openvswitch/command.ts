import type { Leaf } from '../../model/leaf.ts'
import { type Link, linkOf, type Network, type OvsBond, type OvsBridge, type OvsPatch, type OvsVlan } from '../../model/network.ts'
import { namelessReason } from '../../side/side.ts'
import { Inexpressible } from '../text.ts'

/** The words of a command of ovs-vsctl(8), or of several with `--` between them. */
export type Words = readonly string[]

export type Table = 'Bridge' | 'Port' | 'Interface' | 'Open_vSwitch'

/** A text as a value of the database: as it is, but for an empty one and one that looks quoted (OVS's lib/ovsdb-data.c, ovsdb_atom_from_string). */
const atom = (text: string): string => (text === '' || text.startsWith('"') ? JSON.stringify(text) : text)

/** A key ends at the first of these characters, unless it is quoted (lib/ovsdb-parser, ovsdb_token_parse). */
const keyOf = (text: string): string => (/[:=, [\]{}!<>"]/.test(text) || text === '' ? JSON.stringify(text) : text)

/** One key of a column that holds a mapping. */
export const setKey = (table: Table, record: string, column: string, key: string, value: string): Words => [
  'set',
  table,
  record,
  `${column}:${keyOf(key)}=${atom(value)}`,
]

/** The name by which Open vSwitch finds the device of that id. */
export function deviceName(id: string, network: Network): string {
  const name = linkOf(network, id).interface?.value
  if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  return name
}

/** The name of a patch port, which is a definition’s: a command and a shell take no more than these characters. */
export function patchName(name: string): string {
  if (!/^[A-Za-z0-9][\w.-]*$/.test(name))
    throw new Inexpressible('a command takes no such name', 'name the patch port with letters, digits, dots, dashes and underscores')
  return name
}

/** In which table of the database `external-ids` and `other-config` of a device stand: where netplan puts them (its src/openvswitch.c). */
export const tableOf = (link: Link): Table => (link.kind === 'ovs-bridge' ? 'Bridge' : link.kind === 'ovs-bond' ? 'Port' : 'Interface')

/** The ports of a bond by their names. */
export const bondPorts = ({ ports, patches }: OvsBond, network: Network): readonly string[] => [
  ...ports.map(port => deviceName(port.link.value, network)),
  ...patches.map(patch => patchName(patch.value.name)),
]

/** Makes an interface the end of a patch. */
const patchWords = ({ name, peer }: OvsPatch): Words => [
  'set',
  'Interface',
  patchName(name),
  'type=patch',
  `options:peer=${patchName(peer)}`,
]

/** A patch port of a bridge, made and joined at once. */
export const patchPortWords = (bridge: string, patch: OvsPatch): Words => [
  '--may-exist',
  'add-port',
  bridge,
  patchName(patch.name),
  '--',
  ...patchWords(patch),
]

/** Makes the device; nothing is done where it is there already. */
export function addWords(link: OvsBridge | OvsBond | OvsVlan, network: Network): Words {
  if (link.kind === 'ovs-bridge') return ['--may-exist', 'add-br', link.id]
  if (link.kind === 'ovs-bond') {
    const patches = link.patches.flatMap(patch => ['--', ...patchWords(patch.value)])
    return ['--may-exist', 'add-bond', link.controller ?? '', link.id, ...bondPorts(link, network), ...patches]
  }
  if (linkOf(network, link.parent.value).kind !== 'ovs-bridge')
    throw new Inexpressible('Open vSwitch makes a VLAN of nothing but a bridge', 'make it a VLAN of the bridge itself')
  return ['--may-exist', 'add-br', link.id, link.parent.value, String(link.tag.value)]
}

export const protocolWords = (bridge: string, protocols: readonly Leaf<string>[]): Words => [
  'set',
  'Bridge',
  bridge,
  `protocols=${protocols.map(leaf => leaf.value).join(',')}`,
]

/** Who decides. By the bridge’s name ovs-vsctl finds the record of one controller, and none of several: where each needs its mode, it is made with it. */
export function controllerWords({ id, controllers, connectionMode: mode }: OvsBridge): Words {
  if (mode === undefined) return ['set-controller', id, ...controllers.map(leaf => leaf.value)]
  if (controllers.length === 1)
    return ['set-controller', id, ...controllers.map(leaf => leaf.value), '--', 'set', 'Controller', id, `connection-mode=${mode.value}`]
  const all = controllers.flatMap(({ value }, i) => [
    ...['--', `--id=@c${i}`, 'create', 'Controller'],
    ...[`target="${value}"`, `connection-mode=${mode.value}`],
  ])
  return [...all, '--', 'set', 'Bridge', id, `controller=${controllers.map((_, i) => `@c${i}`).join(',')}`]
}
