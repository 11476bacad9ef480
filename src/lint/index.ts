import type { Report } from '../diagnostics/report.ts'
import { type LinkKind, type Network, sections } from '../model/network.ts'
import type { Rule } from './rule.ts'
import { addressOnPort } from './rules/address-on-port.ts'
import { addressWaitsForGuest } from './rules/address-waits-for-guest.ts'
import { addressedTapInBridge } from './rules/addressed-tap-in-bridge.ts'
import { allowedIpTwice } from './rules/allowed-ip-twice.ts'
import { bondAsksNobody } from './rules/bond-asks-nobody.ts'
import { bondMacIdle } from './rules/bond-mac-idle.ts'
import { bondPortMtu } from './rules/bond-port-mtu.ts'
import { bondTwoMonitors } from './rules/bond-two-monitors.ts'
import { bondUnwatched } from './rules/bond-unwatched.ts'
import { bridgeAddressWithoutPvid } from './rules/bridge-address-without-pvid.ts'
import { bridgeTimeOutOfRange } from './rules/bridge-time-out-of-range.ts'
import { defaultRoutesClash } from './rules/default-routes-clash.ts'
import { dhcpBehindForwardDelay } from './rules/dhcp-behind-forward-delay.ts'
import { duplicateAddress } from './rules/duplicate-address.ts'
import { forwardDelayZeroWithStp } from './rules/forward-delay-zero-with-stp.ts'
import { gatewayDeprecated } from './rules/gateway-deprecated.ts'
import { gatewayUnreachable } from './rules/gateway-unreachable.ts'
import { guestsBehindHoster } from './rules/guests-behind-hoster.ts'
import { hostCutFromGuests } from './rules/host-cut-from-guests.ts'
import { ipv6MtuAboveMtu } from './rules/ipv6-mtu-above-mtu.ts'
import { ipvlanLease } from './rules/ipvlan-lease.ts'
import { kernelStyleName } from './rules/kernel-style-name.ts'
import { keyAskedFor } from './rules/key-asked-for.ts'
import { leaseWithoutMac } from './rules/lease-without-mac.ts'
import { macMatchCatchesBridge } from './rules/mac-match-catches-bridge.ts'
import { macvlanOnWifi } from './rules/macvlan-on-wifi.ts'
import { macvtapAddressed } from './rules/macvtap-addressed.ts'
import { macvtapWithoutMac } from './rules/macvtap-without-mac.ts'
import { modemWithoutAddress } from './rules/modem-without-address.ts'
import { mtuBelowBridge } from './rules/mtu-below-bridge.ts'
import { mtuBelowIpv6 } from './rules/mtu-below-ipv6.ts'
import { peerWithoutIps } from './rules/peer-without-ips.ts'
import { portWithoutVlan } from './rules/port-without-vlan.ts'
import { sourceHearsNobody } from './rules/source-hears-nobody.ts'
import { tapWithoutOwner } from './rules/tap-without-owner.ts'
import { vlanMtuAboveParent } from './rules/vlan-mtu-above-parent.ts'
import { vlanOfPackets } from './rules/vlan-of-packets.ts'
import { vlanOnStranger } from './rules/vlan-on-stranger.ts'
import { vlanOutsideBridge } from './rules/vlan-outside-bridge.ts'
import { vrfGatewayUnknown } from './rules/vrf-gateway-unknown.ts'
import { vrfMtuRefused } from './rules/vrf-mtu-refused.ts'
import { vxlanPortSilent } from './rules/vxlan-port-silent.ts'
import { vxlanRefused } from './rules/vxlan-refused.ts'
import { waitsForCarrier } from './rules/waits-for-carrier.ts'
import { wifiPortWithout4addr } from './rules/wifi-port-without-4addr.ts'
import { wireguardWithoutPeer } from './rules/wireguard-without-peer.ts'

/** Every rule by its name in the catalogue. A new one is a file in rules/, an entry in the catalogue, a page, a fixture and a line here. */
export const rules: Readonly<Record<string, Rule>> = {
  'address-on-port': addressOnPort,
  'dhcp-behind-forward-delay': dhcpBehindForwardDelay,
  'wifi-port-without-4addr': wifiPortWithout4addr,
  'default-routes-clash': defaultRoutesClash,
  'gateway-unreachable': gatewayUnreachable,
  'duplicate-address': duplicateAddress,
  'mtu-below-bridge': mtuBelowBridge,
  'kernel-style-name': kernelStyleName,
  'mac-match-catches-bridge': macMatchCatchesBridge,
  'tap-without-owner': tapWithoutOwner,
  'addressed-tap-in-bridge': addressedTapInBridge,
  'forward-delay-zero-with-stp': forwardDelayZeroWithStp,
  'bridge-time-out-of-range': bridgeTimeOutOfRange,
  'bond-unwatched': bondUnwatched,
  'bond-two-monitors': bondTwoMonitors,
  'bond-asks-nobody': bondAsksNobody,
  'vlan-mtu-above-parent': vlanMtuAboveParent,
  'ipv6-mtu-above-mtu': ipv6MtuAboveMtu,
  'bridge-address-without-pvid': bridgeAddressWithoutPvid,
  'port-without-vlan': portWithoutVlan,
  'modem-without-address': modemWithoutAddress,
  'vxlan-refused': vxlanRefused,
  'vxlan-port-silent': vxlanPortSilent,
  'vrf-gateway-unknown': vrfGatewayUnknown,
  'vlan-outside-bridge': vlanOutsideBridge,
  'vlan-on-stranger': vlanOnStranger,
  'allowed-ip-twice': allowedIpTwice,
  'wireguard-without-peer': wireguardWithoutPeer,
  'key-asked-for': keyAskedFor,
  'vlan-of-packets': vlanOfPackets,
  'peer-without-ips': peerWithoutIps,
  'host-cut-from-guests': hostCutFromGuests,
  'source-hears-nobody': sourceHearsNobody,
  'macvtap-addressed': macvtapAddressed,
  'macvtap-without-mac': macvtapWithoutMac,
  'macvlan-on-wifi': macvlanOnWifi,
  'ipvlan-lease': ipvlanLease,
  'mtu-below-ipv6': mtuBelowIpv6,
  'vrf-mtu-refused': vrfMtuRefused,
  'lease-without-mac': leaseWithoutMac,
  'bond-mac-idle': bondMacIdle,
  'bond-port-mtu': bondPortMtu,
  'gateway-deprecated': gatewayDeprecated,
  'guests-behind-hoster': guestsBehindHoster,
  'waits-for-carrier': waitsForCarrier,
  'address-waits-for-guest': addressWaitsForGuest,
}

/** The kinds of links of which a rule needs one to find anything. Most networks have few kinds, and a rule takes its time where it finds nothing as well. */
const needs: Readonly<Record<string, readonly LinkKind[]>> = {
  'wifi-port-without-4addr': ['wifi'],
  'bond-unwatched': ['bond'],
  'bond-two-monitors': ['bond'],
  'bond-asks-nobody': ['bond'],
  'bond-mac-idle': ['bond'],
  'bond-port-mtu': ['bond'],
  'modem-without-address': ['modem'],
  'vxlan-refused': ['vxlan'],
  'vxlan-port-silent': ['vxlan'],
  'vrf-gateway-unknown': ['vrf'],
  'vrf-mtu-refused': ['vrf'],
  'vlan-outside-bridge': ['vlan'],
  'vlan-of-packets': ['vlan'],
  'vlan-on-stranger': ['loose-vlan'],
  'allowed-ip-twice': ['wireguard'],
  'wireguard-without-peer': ['wireguard'],
  'key-asked-for': ['wireguard'],
  'peer-without-ips': ['wireguard'],
  'host-cut-from-guests': ['macvtap'],
  'source-hears-nobody': ['macvlan', 'macvtap'],
  'macvtap-addressed': ['macvtap'],
  'macvtap-without-mac': ['macvtap'],
  'macvlan-on-wifi': ['macvlan', 'macvtap'],
  'ipvlan-lease': ['ipvlan'],
}

/** A set of kinds as one number: a bit for each of them. */
const bitOf = new Map(Object.keys(sections).map((kind, i) => [kind, 1 << i]))
const setOf = (kinds: readonly LinkKind[]): number => kinds.reduce((set, kind) => set | (bitOf.get(kind) ?? 0), 0)

const all = Object.entries(rules).map(([name, rule]) => ({ rule, kinds: setOf(needs[name] ?? (Object.keys(sections) as LinkKind[])) }))

/** Tells of mistakes in a network that could be rendered all the same. */
export function lint(network: Network, report: Report): void {
  let there = 0
  for (const { kind } of network.links) there |= bitOf.get(kind) ?? 0
  for (const { rule, kinds } of all) if ((kinds & there) !== 0) rule(network, report)
}
