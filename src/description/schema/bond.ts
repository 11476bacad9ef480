import * as z from 'zod/mini'
import { bondModes } from '../../model/links/bond.ts'
import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { id, ipv4, milliseconds, oneOf, seconds, uint, yesNo } from '../scalars.ts'
import { common } from './common.ts'
import { ovsBond } from './openvswitch.ts'

const hashPolicies = ['layer2', 'layer3+4', 'layer2+3', 'encap2+3', 'encap3+4', 'vlan+srcmac'] as const
const validations = ['none', 'active', 'backup', 'all', 'filter', 'filter_active', 'filter_backup'] as const

const bondParameters = mapping(() => ({
  mode: field(
    oneOf(...bondModes, 'balance-tcp', 'balance-slb'),
    'How the ports share the traffic; the last two are Open vSwitch’s.',
    ['active-backup', '802.3ad'],
    { default: 'balance-rr' },
  ),
  'mii-monitor-interval': field(milliseconds, 'How often the link of each port is looked at, in milliseconds; 0: never.', ['200', '400'], {
    default: '0; in the modes 802.3ad, balance-tlb and balance-alb 100',
  }),
  'up-delay': field(milliseconds, 'How long a link must be up before the port is used, in milliseconds.', ['200', '400'], { default: '0' }),
  'down-delay': field(milliseconds, 'How long a link must be down before the port is given up, in milliseconds.', ['200', '400'], {
    default: '0',
  }),
  'arp-interval': field(
    milliseconds,
    'How often a port is tested by ARP, in milliseconds; in place of `mii-monitor-interval`.',
    ['250', '500'],
    { default: '0: not at all' },
  ),
  'arp-ip-targets': field(
    z.array(ipv4).check(z.maxLength(16)),
    'The addresses that are asked for by ARP, 16 at most.',
    [['192.0.2.1'], ['192.0.2.1', '192.0.2.2']],
    { default: 'none' },
  ),
  'arp-validate': field(oneOf(...validations), 'On which ports the answers must really be answers.', ['active', 'all'], {
    default: 'none',
  }),
  'arp-all-targets': field(oneOf('any', 'all'), 'Whether one target that answers is enough.', ['all', 'any'], { default: 'any' }),
  'lacp-rate': field(
    oneOf('slow', 'fast'),
    'How often the partner shall tell of itself: every 30 seconds or every second.',
    ['fast', 'slow'],
    { default: 'slow' },
  ),
  'ad-select': field(oneOf('stable', 'bandwidth', 'count'), 'When another group of links takes over.', ['bandwidth', 'count'], {
    default: 'stable',
  }),
  'min-links': field(uint(), 'How many links must be up for the bond to have a carrier.', ['1', '2'], { default: '0' }),
  'transmit-hash-policy': field(oneOf(...hashPolicies), 'What a port is chosen by.', ['layer3+4', 'layer2+3'], { default: 'layer2' }),
  'all-members-active': field(yesNo, 'Take what comes in by ports that are not active.', ['true', 'false'], {
    since: '0.106',
    default: 'false',
  }),
  'all-slaves-active': field(yesNo, 'The old spelling of `all-members-active`.', ['true', 'false'], { default: 'false' }),
  'fail-over-mac-policy': field(
    oneOf('none', 'active', 'follow'),
    'Which MAC address the ports have in mode active-backup.',
    ['active', 'follow'],
    { default: 'none' },
  ),
  'gratuitous-arp': field(uint(0, 255), 'How many gratuitous ARPs follow a failover.', ['2', '3'], { default: '1' }),
  'gratuitious-arp': field(uint(0, 255), 'An old misspelling of `gratuitous-arp`.', ['2', '3'], { default: '1' }),
  'packets-per-member': field(uint(0, 65_535), 'How many packets go out by one port before the next; 0: by chance.', ['4', '8'], {
    since: '0.106',
    default: '1',
  }),
  'packets-per-slave': field(uint(0, 65_535), 'The old spelling of `packets-per-member`.', ['4', '8'], { default: '1' }),
  'primary-reselect-policy': field(oneOf('always', 'better', 'failure'), 'When the primary port is used again.', ['better', 'failure'], {
    default: 'always',
  }),
  'resend-igmp': field(uint(0, 255), 'How many IGMP reports follow a failover.', ['2', '3'], { default: '1' }),
  'learn-packet-interval': field(seconds, 'How often the switches are told where the machine is, in seconds.', ['2', '3'], {
    default: '1',
  }),
  primary: field(id, 'The port that shall carry the traffic while it can.', ['eno1', 'eno2'], { default: 'none' }),
}))

export const bond = mapping(() => ({
  ...common,
  openvswitch: field(ovsBond, 'Makes it a bond of Open vSwitch.', [{}], { since: '0.100' }),
  interfaces: field(z.array(id), 'The ports of the bond.', [['eno1'], ['eno1', 'eno2']], { default: 'none' }),
  'macaddress-from': field(id, 'The port whose permanent MAC address the bond shall carry.', ['eno1', 'eno2'], { since: 'netglot' }),
  parameters: field(bondParameters, 'The bond’s own settings.', [{}]),
}))
