import { field, required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { destination, ip, oneOf, prefix, uint, yesNo } from '../scalars.ts'

const types = [
  'unicast',
  'anycast',
  'blackhole',
  'broadcast',
  'local',
  'multicast',
  'nat',
  'prohibit',
  'throw',
  'unreachable',
  'xresolve',
] as const

export const route = mapping(() => ({
  to: required(destination, 'The destination: `default`, an address or a prefix.', ['10.9.0.0/16', '10.8.0.0/16']),
  via: field(ip, 'The gateway.', ['192.0.2.2', '192.0.2.3'], { default: 'no gateway' }),
  from: field(ip, 'The source address that packets of this route get.', ['192.0.2.10', '192.0.2.11'], { default: 'left to the kernel' }),
  'on-link': field(yesNo, 'The gateway is reached though no address of the device is in its network.', ['true', 'false'], {
    default: 'false',
  }),
  metric: field(uint(), 'The lowest metric wins.', ['50', '100'], { default: 'the kernel’s: 0 for IPv4, 1024 for IPv6' }),
  type: field(oneOf(...types), 'What happens to the packets.', ['unreachable', 'blackhole'], { default: 'unicast' }),
  scope: field(oneOf('global', 'link', 'host'), 'How far the destination is.', ['link', 'global'], {
    default: '`host` for local and nat; `link` without a gateway; else `global`',
  }),
  table: field(uint(1), 'The number of the routing table.', ['100', '200'], { default: 'the main one' }),
  mtu: field(uint(1), 'The MTU along the route, in bytes.', ['1400', '1280'], { since: '0.101', default: 'the device’s', unit: 'bytes' }),
  'congestion-window': field(uint(1), 'The initial congestion window, in segments.', ['10', '20'], {
    since: '0.102',
    default: 'the kernel’s',
    unit: 'segments',
  }),
  'advertised-receive-window': field(uint(1), 'The initial receive window that is advertised, in segments.', ['15', '20'], {
    since: '0.102',
    default: 'the kernel’s',
    unit: 'segments',
  }),
  'advertised-mss': field(uint(1), 'The MSS that is advertised, in bytes.', ['1360', '1220'], {
    since: '1.1',
    default: 'the kernel’s',
    unit: 'bytes',
  }),
}))

export const rule = mapping(() => ({
  from: field(prefix, 'The source of the packets.', ['10.1.0.0/16', '10.2.0.0/16'], { default: 'any' }),
  to: field(prefix, 'The destination of the packets.', ['10.3.0.0/16', '10.4.0.0/16'], { default: 'any' }),
  table: field(uint(1), 'The routing table to look up.', ['100', '200'], { default: 'the main one' }),
  priority: field(uint(), 'Rules are tried in the order of their priorities, the lowest first.', ['1000', '2000'], {
    default: 'left to the kernel',
  }),
  mark: field(uint(1), 'The firewall mark of the packets.', ['7', '8'], { default: 'any' }),
  'type-of-service': field(uint(0, 255), 'The type of service of the packets.', ['8', '16'], { default: 'any' }),
}))
