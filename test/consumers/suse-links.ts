import type { Variable } from './suse-sysconfig.ts'
import { settingOf } from './suse-sysconfig.ts'

/** An interface as its ifcfg file has it, with the other files that carry its name. */
export interface Link {
  readonly name: string
  readonly variables: readonly Variable[]
  readonly hasRoutes: boolean
  readonly hasRules: boolean
}

const portsOf = (link: Link): readonly string[] =>
  (settingOf(link.variables, 'BRIDGE_PORTS') ?? '').split(/\s+/).filter(port => port !== '')

/** The values of `IPADDR`, `IPADDR_1`, ... by suffix. */
function bySuffix(link: Link, base: string): ReadonlyMap<string, string> {
  const own = link.variables.filter(variable => variable.name === base || variable.name.startsWith(`${base}_`))
  return new Map(own.map(variable => [variable.name.slice(base.length), variable.value]))
}

function addresses(link: Link): readonly string[] {
  const ips = bySuffix(link, 'IPADDR')
  const ofFamily = (base: string, isMeant: (ip: string) => boolean): readonly string[] =>
    [...bySuffix(link, base).keys()]
      .filter(suffix => !isMeant(ips.get(suffix) ?? ''))
      .map(suffix => `${base}${suffix} is ignored without an IPADDR${suffix} of its family`)
  const labels = [...bySuffix(link, 'LABEL').values()].filter(label => label !== link.name && !label.startsWith(`${link.name}:`))
  return [
    ...ofFamily('LABEL', ip => ip.includes('.')),
    ...ofFamily('IP_OPTIONS', ip => ip.includes(':')),
    ...ofFamily('SCOPE', ip => ip !== ''),
    ...labels.map(label => `label ${label} becomes ${link.name}:${label}`),
  ]
}

function tap(link: Link): readonly string[] {
  if (!['tap', 'tun'].includes(settingOf(link.variables, 'TUNNEL') ?? '')) return []
  return ['TUNNEL_SET_OWNER', 'TUNNEL_SET_GROUP']
    .filter(name => settingOf(link.variables, name) === undefined)
    .map(name => `${name} is missing, so it becomes 0, not anybody`)
}

function wireless(link: Link): readonly string[] {
  const names = bySuffix(link, 'WIRELESS_ESSID')
  const keys = bySuffix(link, 'WIRELESS_WPA_PSK')
  const secret = [...bySuffix(link, 'WIRELESS_KEY_MGMT')].filter(([, words]) => /PSK|SAE/.test(words)).map(([suffix]) => suffix)
  return [
    ...[...keys.keys()].filter(suffix => !names.has(suffix)).map(suffix => `WIRELESS_WPA_PSK${suffix} without WIRELESS_ESSID${suffix}`),
    ...secret.filter(suffix => !keys.has(suffix)).map(suffix => `no WIRELESS_WPA_PSK${suffix} value specified`),
    ...[...names.values()]
      .filter((name, index, all) => all.indexOf(name) !== index)
      .map(name => `double configuration of the same ESSID=${name}`),
  ]
}

function bridge(link: Link): readonly string[] {
  const others = link.variables.filter(variable => variable.name.startsWith('BRIDGE_')).map(variable => variable.name)
  if (settingOf(link.variables, 'BRIDGE') !== 'yes') return others.map(name => `${name} is ignored without BRIDGE='yes'`)
  const ports = portsOf(link)
  const lists = ['BRIDGE_PATHCOSTS', 'BRIDGE_PORTPRIORITIES'].filter(name => {
    const value = settingOf(link.variables, name)
    return value !== undefined && value.split(/\s+/).length !== ports.length
  })
  return [
    ...(ports.includes(link.name) ? ['the bridge is its own port'] : []),
    ...lists.map(name => `${name} has not one entry for each port`),
  ]
}

/** Whether an interface can wait for a carrier that only a virtual machine brings: its addresses would not come before (client/ifup.c). */
function waitsForGuest(link: Link, links: readonly Link[]): boolean {
  if (bySuffix(link, 'IPADDR').size === 0 || settingOf(link.variables, 'LINK_REQUIRED') === 'no') return false
  const isTap = (name: string): boolean => settingOf(links.find(other => other.name === name)?.variables ?? [], 'TUNNEL') !== undefined
  const ports = portsOf(link)
  return ports.length > 0 && ports.every(isTap)
}

function layer3(link: Link, links: readonly Link[]): readonly string[] {
  const owner = links.find(other => portsOf(other).includes(link.name))
  const why =
    owner !== undefined
      ? `is a port of ${owner.name}`
      : settingOf(link.variables, 'BOOTPROTO') === 'none'
        ? "has BOOTPROTO='none'"
        : undefined
  const protocol = settingOf(link.variables, 'BOOTPROTO') ?? 'static'
  const own = [
    ...(bySuffix(link, 'IPADDR').size > 0 ? ['IPADDR'] : []),
    ...(link.hasRoutes ? [`ifroute-${link.name}`] : []),
    ...(link.hasRules ? [`ifrule-${link.name}`] : []),
    ...(owner !== undefined && protocol !== 'none' ? [`BOOTPROTO='${protocol}'`] : []),
  ]
  return why === undefined ? [] : own.map(name => `${name} is ignored without a word, since ${link.name} ${why}`)
}

/** What is wrong between the variables of a file, and between files. */
export function judgeLink(link: Link, links: readonly Link[]): readonly string[] {
  const twice = portsOf(link).filter(port => links.some(other => other !== link && portsOf(other).includes(port)))
  const missing = portsOf(link).filter(port => !links.some(other => other.name === port))
  return [
    ...addresses(link),
    ...tap(link),
    ...wireless(link),
    ...bridge(link),
    ...layer3(link, links),
    ...twice.map(port => `port ${port} is in two bridges, wicked drops it from both`),
    ...missing.map(port => `port ${port} has no ifcfg-${port}, so a virtual one is never made`),
    ...(waitsForGuest(link, links) ? ["the addresses wait for a carrier that no TAP has: LINK_REQUIRED='no'"] : []),
  ]
}
