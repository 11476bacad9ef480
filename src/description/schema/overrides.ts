import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { hostName, scalar, uint, yesNo } from '../scalars.ts'

const useDomains = scalar<'true' | 'false' | 'route'>({
  expected: 'true, false or route',
  read: text =>
    text === 'route' ? text : /^(true|yes|on|y)$/i.test(text) ? 'true' : /^(false|no|off|n)$/i.test(text) ? 'false' : undefined,
  json: { enum: [true, false, 'route'] },
})

/** What a lease of either family may change. */
const ofLease = {
  'use-dns': field(yesNo, 'Take the name servers of the lease.', ['false', 'true'], { default: 'true' }),
  'use-ntp': field(yesNo, 'Take the NTP servers of the lease.', ['false', 'true'], { default: 'true' }),
  'use-hostname': field(yesNo, 'Take the host name of the lease.', ['false', 'true'], { default: 'true' }),
  'use-domains': field(useDomains, 'Take the search domains of the lease; `route`: for routing queries only.', ['true', 'route'], {
    since: '0.98',
    default: 'left to the stack',
  }),
  'send-hostname': field(yesNo, 'Tell the server the name of the machine.', ['false', 'true'], { default: 'true' }),
  hostname: field(hostName, 'Tell the server this name instead of the machine’s own.', ['web1', 'web2'], { default: 'the machine’s own' }),
}

/** What a lease of DHCPv4 may change. */
export const dhcp4Overrides = mapping(() => ({
  ...ofLease,
  'use-mtu': field(yesNo, 'Take the MTU of the lease.', ['false', 'true'], { default: 'true' }),
  'use-routes': field(yesNo, 'Take the routes of the lease, the default route too.', ['false', 'true'], { default: 'true' }),
  'route-metric': field(uint(), 'The metric of the routes that the lease brings; the lowest wins.', ['50', '200'], {
    default: '100, on Wi-Fi 600',
  }),
}))

/** The same of DHCPv6, which has no routes and no MTU: router advertisements bring them (RFC 4861). */
export const dhcp6Overrides = mapping(() => ({
  ...ofLease,
  'use-mtu': field(yesNo, 'Take the MTU of router advertisements; DHCPv6 has none.', ['false', 'true'], { default: 'true' }),
  'use-routes': field(yesNo, 'Take the routes of router advertisements, the default route too; DHCPv6 has none.', ['false', 'true'], {
    default: 'true',
  }),
  'route-metric': field(uint(), 'The metric of the routes that router advertisements bring; the lowest wins.', ['50', '200'], {
    default: 'with networkd 100, on Wi-Fi 600; else left to the stack',
  }),
}))

/** What router advertisements may change. */
export const raOverrides = mapping(() => ({
  'use-dns': field(yesNo, 'Take the name servers of router advertisements.', ['false', 'true'], {
    since: '1.1',
    default: 'left to the stack',
  }),
  'use-domains': field(
    useDomains,
    'Take the search domains of router advertisements; `route`: for routing queries only.',
    ['true', 'route'],
    { since: '1.1', default: 'left to the stack' },
  ),
  table: field(uint(1), 'The routing table for the routes of router advertisements.', ['100', '200'], {
    since: '1.1',
    default: 'the main one',
  }),
}))
