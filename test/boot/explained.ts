import type { Pair } from './pair.ts'

/** A difference that is the stack's own doing. */
interface Explanation {
  /** Of a stack. */
  readonly stack: RegExp
  /** Of a case. */
  readonly case: RegExp
  readonly difference: RegExp
  readonly reason: string
}

export const explanations: readonly Explanation[] = [
  {
    stack: /networkd$/,
    case: /./,
    difference: /shares the route ::\/0 via \S+( table \d+)? with fe80:/,
    reason:
      'where the metric is the same, networkd takes the router that advertises itself for another next hop of a static default route; a `metric` below 1024 for the static one keeps them apart',
  },
  {
    stack: /networkmanager$/,
    case: /^vxlans\//,
    difference: /UDP checksum is true, not false/,
    reason:
      'NetworkManager has no word for the checksums of a VXLAN and the kernel sends them; the other ends take packets with and without',
  },
  {
    stack: /networkmanager$/,
    case: /^(wireguard|tunnels)\//,
    difference: /(wg0|broker): has the link-local address fe80:/,
    reason:
      'NetworkManager gives an IPv6 link-local address to every device that has IPv6, as NG6009 says; where packets alone are carried it does no harm',
  },
  {
    stack: /networkmanager$/,
    case: /^keys\/own-addresses$/,
    difference: /^(at the second boot: )?eno2: has the route (fe80::\/64 metric 1024 table 100|2001:db8:66:2::\/64 metric 256 table main)$/,
    reason:
      'NetworkManager’s `route-table` is of all IPv6 routes of the device, that to its link-local network too, as NG6009 says; a rule `to: fe80::/10` reaches it. The kernel keeps a route of its own to the network of the address in the main table',
  },
  {
    stack: /networkmanager$/,
    case: /^(keys\/own-addresses|tunnels\/every-mode)$/,
    difference:
      /^(at the second boot: )?the (unit NetworkManager-wait-online\.service failed$|boot was idle for .*NetworkManager-wait-online)/,
    reason:
      'NetworkManager waits for a router at a bridge that no cable reaches, and its service for the boot gives up after a minute; `accept-ra: false` ends the wait',
  },
  {
    stack: /^ifupdown/,
    case: /bond/,
    difference: /^\S+: bridge port\.cost was \d+ at the first boot, and is \d+ at the second$/,
    reason:
      'the kernel looks at the speed of the port when it joins, and a bond has none before one of its own ports has a carrier; with STP on, write `path-cost` where the choice of the path matters',
  },
  {
    stack: /./,
    case: /^tunnels\//,
    difference: /^six: (ipv6\.)?mtu was \d+ at the first boot, and is \d+ at the second$/,
    reason:
      'the kernel makes the MTU of a tunnel over IPv6 of the device that leads to its other end when it is set up; if the router is not heard by then, of none (ip6_tunnel.c, ip6_tnl_link_config). An `mtu` says which one',
  },
  {
    stack: /networkmanager$/,
    case: /./,
    difference: /^\S+: metric of the route to \S+ was \d+ at the first boot, and is \d+ at the second$/,
    reason:
      'NetworkManager gives each further device of a kind the next metric, in the order in which they come up; a `route-metric`, or a `metric` of the route, says which one',
  },
  {
    stack: /networkd$/,
    case: /^boot\/reload-/,
    difference: /^after the reload: (br0: ageing time is|\S+ is still there|there is a device)/,
    reason:
      '`networkctl reload` changes no .netdev of a device that is there, and deletes none; the answer and docs/apply.md say that it takes a reboot',
  },
  {
    stack: /^ifupdown$/,
    case: /^boot\/reload-/,
    difference: /^after the reload: (\S+ is still there|there is a device|eno3: (still )?has )/,
    reason: 'ifdown reads the new file, which does not know what the old one made; the answer and docs/apply.md say that it takes a reboot',
  },
]

/** Why a difference is none of netglot's doing; undefined where nobody can say. */
export const explanationOf = ({ case: { name }, stack }: Pair, difference: string): string | undefined =>
  explanations.find(e => e.stack.test(stack.name) && e.case.test(name) && e.difference.test(difference))?.reason
