import { expect, test } from 'vitest'
import type { Described } from '../state/described.ts'
import { differences } from '../state/differences.ts'
import type { KernelState } from '../state/kernel-state.ts'
import { networkOf } from '../state/network-of.ts'

const text = `network:
  ethernets:
    eno1: {}
  bridges:
    br0:
      interfaces: [eno1]
      macaddress: "52:54:00:aa:00:01"
      addresses: [192.0.2.10/24]
      accept-ra: false
      routes: [{to: 10.0.0.0/8, via: 192.0.2.1, table: 7}]
      routing-policy: [{from: 192.0.2.0/24, table: 7, priority: 100}]
      nameservers: {addresses: [192.0.2.53], search: [example.com]}
      parameters: {stp: false, forward-delay: 4}
`

const described: Described = {
  network: networkOf([{ name: 'input.yaml', text }]),
  accounts: { users: {}, groups: {} },
  nics: { eno1: '52:54:00:aa:00:01' },
  exceptions: {},
}

const mac = '52:54:00:aa:00:01'
const equal: KernelState = {
  links: [
    { ifname: 'eno1', address: mac, mtu: 1500, flags: ['UP', 'LOWER_UP'], master: 'br0' },
    {
      ifname: 'br0',
      address: mac,
      mtu: 1500,
      flags: ['UP', 'LOWER_UP'],
      linkinfo: { info_kind: 'bridge', info_data: { stp_state: 0, forward_delay: 400 } },
    },
  ],
  addresses: [
    {
      ifname: 'br0',
      addr_info: [
        { family: 'inet', local: '192.0.2.10', prefixlen: 24 },
        { family: 'inet6', local: 'fe80::5054:ff:feaa:1', prefixlen: 64 },
      ],
    },
  ],
  routes4: [{ dst: '10.0.0.0/8', gateway: '192.0.2.1', dev: 'br0', table: '7' }],
  routes6: [],
  rules4: [{ priority: 100, src: '192.0.2.0', srclen: 24, table: '7' }],
  rules6: [],
  vlans: [],
  tuntap: [],
  sysctl: {},
  resolv: 'nameserver 192.0.2.53\nsearch example.com\n',
  wifi: '',
  wireguard: '',
  leases: null,
}

test('a kernel that is as the description says does not differ', () => {
  expect(differences(described, equal)).toEqual([])
})

const [nic, bridge] = equal.links
const odd: Readonly<Record<string, readonly [Partial<KernelState>, string]>> = {
  'a device that is missing': [{ links: equal.links.slice(1) }, 'eno1: there is no such device'],
  'a port that has left': [{ links: [{ ...nic, master: 'br1' } as never, bridge as never] }, 'eno1: its controller is "br1", not "br0"'],
  'another MAC': [
    { links: [nic as never, { ...bridge, address: '02:00:00:00:00:01' } as never] },
    `br0: MAC is "02:00:00:00:00:01", not "${mac}"`,
  ],
  'a missing address': [{ addresses: [] }, 'br0: lacks the address 192.0.2.10/24'],
  'a route in another table': [
    { routes4: equal.routes4.map(({ table, ...route }) => route) },
    'br0: lacks the route 10.0.0.0/8 via 192.0.2.1 table 7',
  ],
  'a rule with another priority': [
    { rules4: equal.rules4.map(rule => ({ ...rule, priority: 101 })) },
    'br0: lacks the rule from 192.0.2.0/24 table 7 priority 100',
  ],
  'a resolver that nobody told': [{ resolv: null }, 'br0: lacks the name server 192.0.2.53'],
  'an address that nobody has described': [
    { addresses: [{ ifname: 'br0', addr_info: [...(equal.addresses[0]?.addr_info ?? []), { local: '192.0.2.11', prefixlen: 24 }] }] },
    'br0: has the address 192.0.2.11/24',
  ],
  'a stale link-local address': [
    { addresses: [{ ifname: 'br0', addr_info: [...(equal.addresses[0]?.addr_info ?? []), { local: 'fe80::1', prefixlen: 64 }] }] },
    'br0: has the link-local address fe80::1/64 too',
  ],
  'a route that nobody has described': [
    { routes4: [...equal.routes4, { dst: 'default', gateway: '192.0.2.1', dev: 'br0', table: 'main' }] },
    'br0: has the route default via 192.0.2.1 table main',
  ],
  'a route to the network of an address in another table': [
    { routes4: [...equal.routes4, { dst: '192.0.2.0/24', dev: 'br0', table: '7' }] },
    'br0: has the route 192.0.2.0/24 table 7',
  ],
  'a route of no device': [
    { routes4: [...equal.routes4, { type: 'blackhole', dst: '10.0.0.0/8' }] },
    'there is the route blackhole 10.0.0.0/8 table main',
  ],
  'a rule twice': [{ rules4: [...equal.rules4, ...equal.rules4] }, 'there is the IPv4 rule 100: from 192.0.2.0/24 table 7'],
  'a device that nobody has described': [
    { links: [...equal.links, { ...(nic as never as object), ifname: 'bond0' } as never] },
    'there is a device bond0, which nobody has described',
  ],
  'a name server that nobody has described': [{ resolv: `${equal.resolv}nameserver 192.0.2.54\n` }, 'there is the name server 192.0.2.54'],
}

for (const [name, [change, difference]] of Object.entries(odd)) {
  test(`${name} is a difference`, () => {
    expect(differences(described, { ...equal, ...change })).toContain(difference)
  })
}

const vrf = `network:
  ethernets:
    eno1: {addresses: ["2001:db8::10/64"], routes: [{to: default, via: "2001:db8::1"}]}
  vrfs:
    mgmt: {table: 1001, interfaces: [eno1]}
`
const inVrf: Described = { ...described, network: networkOf([{ name: 'input.yaml', text: vrf }]), nics: {} }
const route = { dst: 'default', gateway: '2001:db8::1', dev: 'eno1', table: 'mgmt' }
const routed = (...routes6: KernelState['routes6']): readonly string[] =>
  differences(inVrf, {
    ...equal,
    routes4: [],
    rules4: [],
    resolv: null,
    links: [
      { ifname: 'eno1', address: mac, mtu: 1500, flags: ['UP'], master: 'mgmt' },
      { ifname: 'mgmt', address: mac, mtu: 1500, flags: ['UP'], linkinfo: { info_kind: 'vrf', info_data: { table: 1001 } } },
    ],
    addresses: [{ ifname: 'eno1', addr_info: [{ family: 'inet6', local: '2001:db8::10', prefixlen: 64 }] }],
    routes6,
  })

test('a table may have the name of its VRF', () => {
  expect(routed(route)).toEqual([])
  expect(routed({ ...route, table: 'main' })).toContain('eno1: lacks the route ::/0 via 2001:db8::1 table 1001')
})

test('a route that shares its traffic with another router is a difference', () => {
  const { gateway, dev, ...rest } = route
  const shared = {
    ...rest,
    nexthops: [
      { gateway, dev },
      { gateway: 'fe80::1', dev },
    ],
  }
  expect(routed(shared)).toEqual(['eno1: shares the route ::/0 via 2001:db8::1 table 1001 with fe80::1'])
})
