import { isIP } from 'node:net'
import type { Variable } from './suse-sysconfig.ts'
import { settingOf } from './suse-sysconfig.ts'
import { knownVariable } from './suse-variables.ts'

type Rule = (value: string, all: readonly Variable[]) => boolean

const oneOf =
  (...words: readonly string[]): Rule =>
  value =>
    words.includes(value)
const yesNo = oneOf('yes', 'no')
const whole =
  (low: number, high: number): Rule =>
  value =>
    /^(?:0|[1-9]\d*)$/.test(value) && Number(value) >= low && Number(value) <= high
const seconds =
  (low: number, high: number): Rule =>
  value =>
    /^\d+(?:\.\d+)?$/.test(value) && Number(value) >= low && Number(value) <= high
const each =
  (rule: Rule, empty?: string): Rule =>
  (value, all) =>
    value.split(/[ \t]+/).every(word => word === empty || rule(word, all))
const pattern =
  (regexp: RegExp): Rule =>
  value =>
    regexp.test(value)
const withStp = (all: readonly Variable[]): boolean => ['on', 'yes'].includes(settingOf(all, 'BRIDGE_STP') ?? 'off')
/** wicked drops the whole bridge for a timer out of range, and the ranges are narrower while STP is on (src/bridge.c). */
const timer =
  (low: number, high: number): Rule =>
  (value, all) =>
    seconds(withStp(all) ? low : 0, high)(value, all)

const mac = pattern(/^(?:[0-9A-Fa-f]{1,2}:){5}[0-9A-Fa-f]{1,2}$/)
const interfaceName = pattern(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$/)
const frequency: Rule = value => ['2.4GHz', '5GHz', '6GHz'].includes(value) || whole(1000, 8000)(value, [])
const lifetime = /^(?:(?:(?:valid_lft|preferred_lft) (?:\d+|forever)|nodad|noprefixroute|autojoin|home)(?: |$))+$/

function address(value: string): boolean {
  const [ip = '', length = '', ...more] = value.split('/')
  const longest = isIP(ip) === 4 ? 32 : 128
  return more.length === 0 && isIP(ip) !== 0 && whole(1, longest)(length, [])
}

const protocols = new Set(['dhcp', 'dhcp4', 'dhcp6', 'auto4', 'autoip', 'auto6'])
const bootproto: Rule = value =>
  ['none', 'static'].includes(value) || value.split('+').every((word, index, words) => protocols.has(word) && words.indexOf(word) === index)

const passphrase: Rule = value => (value.length === 64 ? /^[0-9A-Fa-f]+$/.test(value) : /^[ -~]{8,63}$/.test(value))
const ssid: Rule = value => {
  const bytes = value.replace(/\\(?:[\\"nrte]|x[0-9A-Fa-f]{1,2}|[0-7]{1,3})/g, '?')
  return bytes.length > 0 && Buffer.byteLength(bytes) <= 32
}

const rules: Readonly<Record<string, Rule>> = {
  STARTMODE: oneOf('manual', 'auto', 'hotplug', 'off', 'nfsroot'),
  BOOTPROTO: bootproto,
  LINK_REQUIRED: oneOf('auto', 'yes', 'no'),
  MTU: whole(1, 65536),
  LLADDR: mac,
  IPADDR: address,
  LABEL: pattern(/^[A-Za-z0-9_.:-]{1,15}$/),
  SCOPE: oneOf('global', 'site', 'link', 'host', 'nowhere'),
  IP_OPTIONS: pattern(lifetime),
  BRIDGE: yesNo,
  BRIDGE_PORTS: each(interfaceName),
  BRIDGE_STP: oneOf('on', 'off', 'yes', 'no'),
  BRIDGE_PRIORITY: whole(0, 65535),
  BRIDGE_AGEINGTIME: seconds(0, 4294967295),
  BRIDGE_FORWARDDELAY: timer(2, 30),
  BRIDGE_HELLOTIME: timer(1, 10),
  BRIDGE_MAXAGE: timer(6, 60),
  BRIDGE_PATHCOSTS: each(whole(1, 65535), '-'),
  BRIDGE_PORTPRIORITIES: each(whole(0, 63), '-'),
  TUNNEL: oneOf('tap', 'tun', 'sit', 'gre', 'ipip'),
  TUNNEL_SET_OWNER: whole(0, 4294967294),
  TUNNEL_SET_GROUP: whole(0, 4294967294),
  DHCLIENT_ROUTE_PRIORITY: whole(0, 4294967295),
  DHCLIENT_SET_DEFAULT_ROUTE: yesNo,
  DHCLIENT_SET_HOSTNAME: yesNo,
  DHCLIENT_CREATE_CID: oneOf('rfc2132', 'rfc4361', 'disable'),
  DHCLIENT_UPDATE: pattern(/^default(?:,-?(?:default-route|hostname|dns|nis|ntp|smb|nds|mtu|tz|boot))*$/),
  DHCLIENT6_UPDATE: pattern(/^default(?:,-?(?:hostname|dns|nis|ntp|tz|boot))*$/),
  DHCLIENT6_SET_HOSTNAME: yesNo,
  DHCLIENT6_MODE: oneOf('auto', 'managed', 'info', 'prefix'),
  ETHTOOL_OPTIONS: pattern(
    /^(?:-K \S+(?: (?:rx|tx|gso|gro|lro|tx-tcp6?-segmentation) (?:on|off))+|(?:(?:speed|duplex|autoneg|wol|port) \w+(?: |$))+)$/,
  ),
  WIRELESS: yesNo,
  WIRELESS_ESSID: ssid,
  WIRELESS_HIDDEN_SSID: yesNo,
  WIRELESS_MODE: oneOf('managed', 'ad-hoc', 'master'),
  WIRELESS_AP: mac,
  WIRELESS_FREQUENCY_LIST: each(frequency),
  WIRELESS_CHANNEL: whole(1, 196),
  WIRELESS_EAP_MODE: oneOf('TLS', 'PEAP', 'TTLS'),
  WIRELESS_EAP_AUTH: pattern(/^[a-z0-9]+$/),
  WIRELESS_PRIORITY: whole(1, 4294967295),
  WIRELESS_AUTH_MODE: oneOf('open', 'shared', 'psk', 'eap'),
  WIRELESS_KEY_MGMT: each(pattern(/^(?:NONE|SAE|WPA-PSK|WPA-PSK-SHA256|WPA-EAP|WPA-EAP-SHA256|OWE)$/)),
  WIRELESS_WPA_PSK: passphrase,
  WIRELESS_PMF: oneOf('disabled', 'optional', 'required'),
}

/** Variables that mean something by being empty: no name is sent, though the file `dhcp` says AUTO. */
const mayBeEmpty = new Set(['DHCLIENT_HOSTNAME_OPTION', 'DHCLIENT6_HOSTNAME_OPTION'])

/** What wicked would refuse, or take for something else, among the variables of one file; each looked at alone. */
export function judgeValues(variables: readonly Variable[]): readonly string[] {
  return variables.flatMap(({ name, value, line }) => {
    const known = knownVariable(name)
    if (known === undefined) return [`${line}: unknown variable ${name} is ignored`]
    if (value === '') return mayBeEmpty.has(known) ? [] : [`${line}: ${name} is empty, as good as not set`]
    const rule = rules[known]
    return rule === undefined || rule(value, variables) ? [] : [`${line}: wrong value, ${name}='${known.includes('PSK') ? '…' : value}'`]
  })
}
