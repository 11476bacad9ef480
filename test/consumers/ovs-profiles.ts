import { bootCommands, shellWord, type TextFile } from './ovs-units.ts'

/** The groups of a keyfile. */
type Keyfile = Readonly<Record<string, Readonly<Record<string, string>>>>

const parse = (content: string): Keyfile => {
  const groups: Record<string, Record<string, string>> = {}
  let group: Record<string, string> = {}
  for (const line of content.split('\n')) {
    const [, name] = /^\[(.+)\]$/.exec(line) ?? []
    const [, key, value] = /^([^#=]+)=(.*)$/.exec(line) ?? []
    if (name !== undefined) groups[name] = group = {}
    else if (key !== undefined) group[key] = (value ?? '').replaceAll(/\\([\\s])/g, (_, c) => (c === 's' ? ' ' : '\\'))
  }
  return groups
}

const quoted = (value: string): string => JSON.stringify(value)

/** `key=value` for each that is there. */
const columns = (pairs: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.entries(pairs).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))

const mappings = (profile: Keyfile): readonly string[] =>
  (['external', 'other'] as const).flatMap(kind => {
    const group = profile[kind === 'external' ? 'ovs-external-ids' : 'ovs-other-config'] ?? {}
    const column = kind === 'external' ? 'external_ids' : 'other_config'
    return Object.entries(group).map(([key, value]) => `${column}:${quoted(key.replace(/^data\./, ''))}=${quoted(value)}`)
  })

const nameOf = (profile: Keyfile): string => profile.connection?.['interface-name'] ?? ''
const uuidOf = (profile: Keyfile): string => profile.connection?.uuid ?? ''

/**
 * What NetworkManager’s plugin puts into the database of Open vSwitch for the profiles, as its nm-ovsdb.c does: a record for each bridge, port and interface
 * that are complete. Its own mark, `NM.connection.uuid`, is left out.
 */
export function pluginCommands(files: readonly TextFile[]): readonly string[] {
  const profiles = files.filter(({ path }) => path.endsWith('.nmconnection')).map(({ content }) => parse(content))
  const below = (upper: Keyfile): readonly Keyfile[] => profiles.filter(({ connection }) => connection?.master === uuidOf(upper))
  const bridges = profiles.filter(({ connection }) => connection?.type === 'ovs-bridge')
  const commands = bridges.map(bridge => {
    const ports = below(bridge).filter(port => below(port).length > 0)
    return [
      'ovs-vsctl',
      '--if-exists',
      'del-br',
      nameOf(bridge),
      ...ports.flatMap(port => portWords(port, below(port), bridge)),
      ...bridgeWords(bridge, ports, below),
    ]
      .map(word => shellWord(word))
      .join(' ')
      .replace("'ovs-vsctl'", 'ovs-vsctl')
  })
  return [...commands, ...bootCommands(files)]
}

const idOf = (kind: string, profile: Keyfile): string => `@${kind}${uuidOf(profile).replaceAll('-', '')}`

const portWords = (port: Keyfile, interfaces: readonly Keyfile[], bridge: Keyfile): readonly string[] => {
  const { tag, 'bond-mode': mode, lacp } = port['ovs-port'] ?? {}
  const members = interfaces.map(one => idOf('i', one)).join(',')
  return [
    ...interfaces.flatMap(one => interfaceWords(one, bridge)),
    ...['--', `--id=${idOf('p', port)}`, 'create', 'Port'],
    ...columns({ name: quoted(nameOf(port)), interfaces: members, tag, bond_mode: mode, lacp }),
    ...mappings(port),
  ]
}

const isMac = (text: string | undefined): text is string => /^([0-9a-f]{2}:){5}/.test(text ?? '')

const interfaceWords = (one: Keyfile, bridge: Keyfile): readonly string[] => {
  const type = one['ovs-interface']?.type
  const { 'cloned-mac-address': mac, mtu } = type === 'internal' ? (one.ethernet ?? {}) : {}
  const own = isMac(mac) && nameOf(one) !== nameOf(bridge) ? quoted(mac) : undefined
  // A NIC is of type `system`, which is what ovs-vsctl means by none (ovs-vswitchd.conf.db(5)).
  const shown = type === 'system' ? '""' : type
  const peer = one['ovs-patch']?.peer
  return [
    ...['--', `--id=${idOf('i', one)}`, 'create', 'Interface'],
    ...columns({ name: quoted(nameOf(one)), type: shown, mac: own, mtu_request: mtu, 'options:peer': peer }),
    ...mappings(one),
  ]
}

const bridgeWords = (bridge: Keyfile, ports: readonly Keyfile[], below: (upper: Keyfile) => readonly Keyfile[]): readonly string[] => {
  const { 'fail-mode': mode, 'mcast-snooping-enable': snooping, 'rstp-enable': rstp } = bridge['ovs-bridge'] ?? {}
  const local = ports.flatMap(below).find(one => nameOf(one) === nameOf(bridge))
  const mac = local?.ethernet?.['cloned-mac-address']
  return [
    ...['--', `--id=${idOf('b', bridge)}`, 'create', 'Bridge'],
    ...columns({ name: quoted(nameOf(bridge)), ports: ports.map(port => idOf('p', port)).join(',') }),
    ...columns({ fail_mode: mode, mcast_snooping_enable: snooping, rstp_enable: rstp }),
    ...mappings(bridge),
    ...(isMac(mac) ? [`other_config:hwaddr=${quoted(mac)}`] : []),
    ...['--', 'add', 'Open_vSwitch', '.', 'bridges', idOf('b', bridge)],
  ]
}
