import { offloadWords } from '../../side/offloads.ts'

/**
 * The options that netglot writes into a stanza, in the order in which it prints them: interfaces(5), bridge-utils-interfaces(5), the hooks of
 * wpasupplicant, ethtool and resolvconf, ifupdown-addons-interfaces(5) for ifupdown2, and interfaces(5) of ifupdown-ng.
 */
export const optionKeys = [
  'address',
  'preferred-lifetime',
  'gateway',
  'metric',
  'dhcp-program',
  'peer-dns',
  'client',
  'hwaddress',
  'mtu',
  'accept_ra',
  'autoconf',
  'dad-attempts',
  'ipv6-addrgen',
  'link-down',
  'alias',
  'ethernet-wol',
  ...offloadWords.map(word => `offload-${word}` as const),
  'wpa-driver',
  'wpa-conf',
  'dns-nameservers',
  'dns-search',
  'requires',
  'bridge-ports',
  'bridge-hw',
  'bridge-stp',
  'bridge-bridgeprio',
  'bridge-fd',
  'bridge-hello',
  'bridge-maxage',
  'bridge-ageing',
  'bridge-pathcosts',
  'bridge-portprios',
  'bridge-learning',
  'bridge-arp-nd-suppress',
  'bridge-vlan-aware',
  'bridge-access',
  'bridge-pvid',
  'bridge-allow-untagged',
  'bridge-vids',
  'bridge-maxwait',
  'bridge-waitport',
] as const
export type OptionKey = (typeof optionKeys)[number]

/** The commands of a stanza, in the order in which they are printed; each slot says when its command runs. */
export const commandSlots = {
  create: 'pre-up',
  before: 'pre-up',
  radio: 'pre-up',
  supplicant: 'pre-up',
  'await-ports': 'pre-up',
  attach: 'pre-up',
  alias: 'up',
  raise: 'up',
  after: 'up',
  filter: 'up',
  port: 'up',
  vlan: 'up',
  address: 'up',
  resolver: 'up',
  dhcp4: 'up',
  await: 'up',
  dhcp6: 'up',
  route: 'up',
  rule: 'up',
  lower: 'up',
  undo: 'down',
  remove: 'post-down',
} as const
export type CommandSlot = keyof typeof commandSlots

/** A line of a stanza that runs a command, and is no option. */
export const commands = /^\s+(?:pre-up|up|down|post-down) /

/** What `ip tuntap add` takes after the mode, and what `ip link` takes after `type bridge`, in the order of their help. */
export const createSlots = [
  'user',
  'group',
  'multi_queue',
  'vnet_hdr',
  'pi',
  'stp_state',
  'priority',
  'forward_delay',
  'hello_time',
  'max_age',
  'ageing_time',
  'vlan_filtering',
  'vlan_default_pvid',
] as const
export type CreateSlot = (typeof createSlots)[number]

/** What dhclient(8) takes before the interface, where netglot starts it itself. */
export const clientSlots = ['identifier', 'background', 'configuration', 'metric'] as const
export type ClientSlot = (typeof clientSlots)[number]
