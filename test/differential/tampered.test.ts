import { describe, expect, test } from 'vitest'
import { explains } from './explained/explanation.ts'
import { explained } from './explained/index.ts'
import { meaningOf } from './meaning.ts'
import { compare, type TextFile } from './semantic.ts'

/** The comparison can fail: what is changed in a file is found, and what only looks different is not. */

const network = `[Match]
Name=eth0

[Network]
DHCP=ipv4
LinkLocalAddressing=ipv6
Address=192.0.2.10/24
DNS=192.0.2.53

[Route]
Destination=10.0.0.0/8
Gateway=192.0.2.1
Metric=50

[DHCP]
RouteMetric=100
UseMTU=true
`

const profile = `[connection]
id=netplan-eth0
type=ethernet
interface-name=eth0

[ipv4]
method=manual
address1=192.0.2.10/24,192.0.2.1
dns=192.0.2.53;192.0.2.54;
route1=10.0.0.0/8,192.0.2.2,50
route1_options=table=5,onlink=true
`

const paths = {
  network: '/run/systemd/network/10-netplan-eth0.network',
  profile: '/run/NetworkManager/system-connections/netplan-eth0.nmconnection',
}

const facts = (kind: keyof typeof paths, content: string) => meaningOf([{ path: paths[kind], content }] satisfies TextFile[], ['eth0'])

/** What is left over after the explanations, between a file and the same file with something else in it. */
const unexplained = (kind: keyof typeof paths, content: string, from: string, to: string) => {
  expect(content).toContain(from)
  const where = {
    target: kind === 'network' ? 'networkd' : 'networkmanager',
    release: '1.1',
    entry: 'tampered',
    netplan: [],
    ours: [],
  } as const
  return compare(facts(kind, content), facts(kind, content.replace(from, to)))
    .filter(difference => !explained.some(e => explains(e, difference, where)))
    .map(({ place, netplan, ours }) => [place, netplan, ours])
}

describe('a change is found', () => {
  test.each([
    ['Metric=50', 'Metric=51', 'network/Route'],
    ['DNS=192.0.2.53', 'DNS=192.0.2.54', 'network/Network.DNS'],
    ['DNS=192.0.2.53', 'DNS=192.0.2.53\nDNS=192.0.2.53', 'network/Network.DNS'],
    ['Address=192.0.2.10/24', 'Address=192.0.2.10/25', 'network/Address'],
    ['DHCP=ipv4', 'DHCP=yes', 'network/Network.DHCP'],
    ['LinkLocalAddressing=ipv6', 'LinkLocalAddressing=ipv6\nIPv6AcceptRA=no', 'network/Network.IPv6AcceptRA'],
    ['RouteMetric=100', 'RouteMetric=101', 'network/DHCPv4.RouteMetric'],
    ['UseMTU=true', 'UseMTU=false', 'network/DHCPv4.UseMTU'],
    ['Name=eth0', 'Name=eth1', 'network/Match.Name'],
  ])('networkd: %s, then %s', (from, to, place) => {
    expect(unexplained('network', network, from, to).map(([found]) => found)).toContain(place)
  })

  test.each([
    ['192.0.2.2,50', '192.0.2.2,51', 'profile/ipv4.route'],
    ['table=5', 'table=6', 'profile/ipv4.route'],
    ['192.0.2.10/24,192.0.2.1', '192.0.2.10/24', 'profile/ipv4.route'],
    ['192.0.2.53;', '', 'profile/ipv4.dns'],
    ['interface-name=eth0', 'interface-name=eth0\nautoconnect=false', 'profile/connection.autoconnect'],
    ['method=manual', 'method=auto', 'profile/ipv4.method'],
  ])('NetworkManager: %s, then %s', (from, to, place) => {
    expect(unexplained('profile', profile, from, to).map(([found]) => found)).toContain(place)
  })
})

describe('another spelling is none', () => {
  test.each([
    ['UseMTU=true', 'UseMTU=yes'],
    ['[DHCP]\nRouteMetric=100\nUseMTU=true', '[DHCPv4]\nUseMTU=yes\nRouteMetric=100\n[IPv6AcceptRA]\nRouteMetric=100'],
    ['[Route]\nDestination=10.0.0.0/8', '[Route]\nScope=global\nDestination=10.1.2.3/8'],
    ['LinkLocalAddressing=ipv6', 'LinkLocalAddressing=ipv6\nIPv6AcceptRA=yes\nIPv6PrivacyExtensions=no'],
    ['Address=192.0.2.10/24\n', '[Address]\nAddress=192.0.2.10/24\n[Network]\n'],
  ])('networkd: %s, then %s', (from, to) => {
    expect(unexplained('network', network, from, to)).toEqual([])
  })

  test.each([
    ['address1=192.0.2.10/24,192.0.2.1', 'address1=192.0.2.10/24\ngateway=192.0.2.1'],
    ['route1_options=table=5,onlink=true', 'route1_options=onlink=true,table=5'],
    ['id=netplan-eth0', 'id=netglot-eth0\nuuid=7edda41b-f1cb-421d-bc1c-8466510bac3d\nautoconnect=true'],
  ])('NetworkManager: %s, then %s', (from, to) => {
    expect(unexplained('profile', profile, from, to)).toEqual([])
  })
})
