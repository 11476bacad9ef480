import type { Facts } from './fact.ts'

const owner =
  'the kernel lets anybody attach who may open /dev/net/tun, so netglot makes root the owner: a QEMU that is not root fails with "could not configure /dev/net/tun: Operation not permitted"'

const tuntap = (kind: string): Facts => ({
  [`${kind}.*.owner`]: { kernel: '/sys/class/net/DEVICE/owner', without: owner },
  [`${kind}.*.group`]: { kernel: '/sys/class/net/DEVICE/group', without: owner },
  [`${kind}.*.multi-queue`]: {
    kernel: 'multi_queue in `ip -d tuntap`',
    without: 'QEMU with `queues=` fails with "Invalid argument"; with the key, a QEMU without queues fails so',
  },
  [`${kind}.*.vnet-header`]: {
    kernel: 'vnet_hdr in `ip -d tuntap`',
    without: 'QEMU sets it when it attaches; other programs have to do without offloads',
  },
  [`${kind}.*.packet-info`]: { kernel: 'pi in `ip -d tuntap`', without: 'frames come bare, as QEMU wants them' },
})

/** Keys of one kind of devices. */
export const kindFacts: Facts = {
  ...tuntap('taps'),
  ...tuntap('tuns'),
  'bridges.*.interfaces': {
    kernel: 'master in `ip link`',
    without:
      'the bridge has no port: nothing behind it reaches anything, and it has no carrier. Where Docker runs on the host, its br_netfilter has iptables look at bridged frames, and its FORWARD policy drops those of guests, in silence: `sysctl net.bridge.bridge-nf-call-iptables=0` lets them through',
  },
  'bridges.*.macaddress': {
    kernel: '/sys/class/net/DEVICE/address',
    without:
      'each stack chooses one: networkd makes it of the machine-id and the name, so bridges of one name have one MAC on all clones of an image that kept its machine-id, and packets go to the wrong host; the kernel takes the lowest MAC of the ports, which changes when a guest starts',
  },
  'bridges.*.parameters.stp': {
    kernel: '/sys/class/net/DEVICE/bridge/stp_state',
    without:
      'with STP each new port is deaf for twice the forward delay: DHCP of a guest times out. Without it a second cable between two bridges stops the network',
  },
  'bridges.*.parameters.forward-delay': {
    kernel: '/sys/class/net/DEVICE/bridge/forward_delay, in hundredths of a second',
    without: 'with STP on, a port takes 30 seconds until it forwards',
  },
  'bridges.*.parameters.hello-time': { kernel: '/sys/class/net/DEVICE/bridge/hello_time, in hundredths of a second' },
  'bridges.*.parameters.max-age': { kernel: '/sys/class/net/DEVICE/bridge/max_age, in hundredths of a second' },
  'bridges.*.parameters.ageing-time': { kernel: '/sys/class/net/DEVICE/bridge/ageing_time, in hundredths of a second' },
  'bridges.*.parameters.priority': {
    kernel: '/sys/class/net/DEVICE/bridge/priority',
    without: 'the bridge with the lowest MAC becomes the root, be it a host among switches',
  },
  'bridges.*.parameters.path-cost': { kernel: '/sys/class/net/PORT/brport/path_cost' },
  'bridges.*.parameters.port-priority': { kernel: '/sys/class/net/PORT/brport/priority' },
  'bridges.*.parameters.vlan-filtering': {
    kernel: '/sys/class/net/DEVICE/bridge/vlan_filtering',
    without: 'a guest can send into any VLAN of the trunk by tagging its frames',
  },
  'bridges.*.parameters.vlan-default-pvid': {
    kernel: '/sys/class/net/DEVICE/bridge/default_pvid',
    without: 'ports without a list are in VLAN 1, and reach each other there',
  },
  'bridges.*.parameters.vlans': {
    kernel: '`bridge vlan show dev DEVICE`',
    without: 'the host itself, its VLAN devices and its addresses on the bridge, hear the default PVID alone',
  },
  'bridges.*.parameters.port-vlans': { kernel: '`bridge vlan show dev PORT`' },
  'wifis.*.4addr': {
    kernel: '4addr in `iw dev`',
    without:
      'a station’s frames have room for its own address only: the kernel refuses it as a port of a bridge, "Operation not supported"',
  },
  'wifis.*.regulatory-domain': { kernel: '`iw reg get`', without: 'the channels of the world domain alone: none at all of some at 5 GHz' },
  'wifis.*.access-points.*.hidden': { without: 'the station waits to hear the name, which such a network never tells' },
  'vlans.*.id': { kernel: '/proc/net/vlan/DEVICE' },
  'vlans.*.protocol': { kernel: '`ip -d link`', without: '802.1Q; a provider’s switch drops an outer tag of that type' },
  'bonds.*.parameters.mode': {
    kernel: '/sys/class/net/DEVICE/bonding/mode',
    without: 'balance-rr: packets of one connection go by all ports, and a switch that knows of no bond sees a MAC jump',
  },
  'bonds.*.parameters.mii-monitor-interval': {
    kernel: '/sys/class/net/DEVICE/bonding/miimon',
    without: 'the kernel never notices that a link is down, and goes on sending into it',
  },
  'bonds.*.parameters.up-delay': {
    kernel: '/sys/class/net/DEVICE/bonding/updelay',
    without: 'a switch that has just booted gets traffic before it forwards',
  },
  'bonds.*.parameters.down-delay': { kernel: '/sys/class/net/DEVICE/bonding/downdelay' },
  'bonds.*.parameters.arp-interval': { kernel: '/sys/class/net/DEVICE/bonding/arp_interval' },
  'bonds.*.parameters.arp-ip-targets': { kernel: '/sys/class/net/DEVICE/bonding/arp_ip_target' },
  'bonds.*.parameters.lacp-rate': {
    kernel: '/sys/class/net/DEVICE/bonding/lacp_rate',
    without: 'a dead partner is noticed after 90 seconds',
  },
  'bonds.*.parameters.min-links': { kernel: '/sys/class/net/DEVICE/bonding/min_links' },
  'bonds.*.parameters.transmit-hash-policy': {
    kernel: '/sys/class/net/DEVICE/bonding/xmit_hash_policy',
    without: 'all traffic to one gateway goes by one port',
  },
  'bonds.*.parameters.fail-over-mac-policy': { kernel: '/sys/class/net/DEVICE/bonding/fail_over_mac' },
  'bonds.*.parameters.gratuitous-arp': { kernel: '/sys/class/net/DEVICE/bonding/num_grat_arp' },
  'bonds.*.parameters.primary': { kernel: '/sys/class/net/DEVICE/bonding/primary' },
  'bonds.*.parameters.primary-reselect-policy': { kernel: '/sys/class/net/DEVICE/bonding/primary_reselect' },
  'tunnels.*.local': { kernel: '`ip -d link`', without: 'the far end may see another source than it was told of, and drop the packets' },
  'tunnels.*.ttl': { kernel: '`ip -d link`' },
  'tunnels.*.peers[].allowed-ips': {
    kernel: '`wg show DEVICE allowed-ips`',
    without: 'WireGuard drops what comes from the peer, and sends it nothing',
  },
  'tunnels.*.peers[].keepalive': {
    kernel: '`wg show DEVICE persistent-keepalive`',
    without: 'behind NAT the peer can’t be reached once it has been silent for a minute or two',
  },
  'tunnels.*.peers[].endpoint': { kernel: '`wg show DEVICE endpoints`', without: 'the peer has to speak first' },
  'vrfs.*.table': { kernel: 'vrf table in `ip -d link`' },
  'vrfs.*.interfaces': { kernel: 'master in `ip link`' },
  'virtual-ethernets.*.peer': { kernel: 'the name after the @ in `ip link`' },
  'macvlans.*.mode': {
    kernel: '`ip -d link`',
    without: 'in no mode do host and guest reach each other by the NIC itself: that is how macvlan works',
  },
}
