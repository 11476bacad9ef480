import type { TextFile } from './ovs-units.ts'

type Variables = Readonly<Record<string, string>>

const variablesOf = (content: string): Variables =>
  Object.fromEntries([...content.matchAll(/^([A-Z0-9_]+)=(['"])(.*)\2$/gm)].map(([, name = '', , value = '']) => [name, value]))

/** What wicked itself does for a device (src/ovs.c): the bridge is there before its script runs, and a port's script runs when it is a port. */
const native = (name: string, variables: Variables): readonly string[] => {
  if (variables.OVS_BRIDGE !== 'yes') return []
  const { OVS_BRIDGE_VLAN_PARENT: parent, OVS_BRIDGE_VLAN_TAG: tag } = variables
  const ports = Object.keys(variables).filter(key => key.startsWith('OVS_BRIDGE_PORT_DEVICE_'))
  return [
    ['ovs-vsctl --may-exist add-br', name, ...(parent === undefined ? [] : [parent, tag])].join(' '),
    ...ports.map(key => `ovs-vsctl --may-exist add-port ${name} ${variables[key]}`),
  ]
}

/** What wicked has ovs-vsctl do for its files, and what their scripts do. */
export function wickedCommands(files: readonly TextFile[]): readonly string[] {
  const devices = files.flatMap(({ path, content }) => {
    const [, name] = /\/network\/ifcfg-(.+)$/.exec(path) ?? []
    return name === undefined ? [] : [{ name, variables: variablesOf(content) }]
  })
  const scripts = devices.flatMap(({ variables: { PRE_UP_SCRIPT = '', POST_UP_SCRIPT = '' } }) =>
    `${PRE_UP_SCRIPT} ${POST_UP_SCRIPT}`.split(' ').map(reference => reference.replace('compat:suse:', '/etc/sysconfig/network/scripts/')),
  )
  const rank = ({ variables }: (typeof devices)[number]): number => (variables.OVS_BRIDGE_VLAN_PARENT === undefined ? 0 : 1)
  return [
    ...[...devices].sort((a, b) => rank(a) - rank(b)).flatMap(({ name, variables }) => native(name, variables)),
    ...files
      .filter(({ path }) => scripts.includes(path))
      .flatMap(({ content }) => content.split('\n').filter(line => line.startsWith('ovs-vsctl '))),
  ]
}
