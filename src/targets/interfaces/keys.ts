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
  'vlan-raw-device',
  'vlan-id',
  'vlan-protocol',
  'link-type',
  'bond-slaves',
  'bond-mode',
  'bond-miimon',
  'bond-updelay',
  'bond-downdelay',
  'bond-arp-interval',
  'bond-arp-ip-target',
  'bond-arp-validate',
  'bond-lacp-rate',
  'bond-ad-select',
  'bond-min-links',
  'bond-xmit-hash-policy',
  'bond-fail-over-mac',
  'bond-num-grat-arp',
  'bond-num-unsol-na',
  'bond-packets-per-slave',
  'bond-primary',
  'bond-primary-reselect',
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

/** What `ip tuntap add`, `ip link add` and `ip link set type` take, in the order of their help. */
export const createSlots = [
  // the device below, and what the new one is called and is
  'link',
  'type',
  // a TAP or TUN
  'user',
  'group',
  'multi_queue',
  'vnet_hdr',
  'pi',
  // a bridge
  'stp_state',
  'priority',
  'forward_delay',
  'hello_time',
  'max_age',
  'ageing_time',
  'vlan_filtering',
  'vlan_default_pvid',
  // a VLAN
  'protocol',
  'id',
  // a tunnel
  'remote',
  'local',
  'ttl',
  'ikey',
  'okey',
  'encaplimit',
  'isatap',
  // a bond, where its stanza has no option
  'mode',
  'miimon',
  'updelay',
  'downdelay',
  'lacp_rate',
  'fail_over_mac',
  'num_grat_arp',
  'primary_reselect',
  'arp_interval',
  'arp_ip_target',
  'arp_validate',
  'arp_all_targets',
  'ad_select',
  'min_links',
  'xmit_hash_policy',
  'packets_per_slave',
  'all_slaves_active',
  'resend_igmp',
  'lp_interval',
] as const
export type CreateSlot = (typeof createSlots)[number]

/** What dhclient(8) takes before the interface, where netglot starts it itself. */
export const clientSlots = ['identifier', 'background', 'configuration', 'metric'] as const
export type ClientSlot = (typeof clientSlots)[number]
