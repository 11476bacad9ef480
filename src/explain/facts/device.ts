import type { Facts } from './fact.ts'

/** Keys that many kinds of devices have, by what comes after the device's name. */
export const deviceFacts: Facts = {
  macaddress: {
    kernel: '/sys/class/net/DEVICE/address',
    without:
      'a bridge or bond takes the MAC of a port, and may change it when ports come and go: a DHCP reservation no longer fits, and connections break for seconds',
  },
  'macaddress-from': {
    kernel: '/sys/class/net/DEVICE/address',
    without: 'the bridge or bond has a MAC of its own, and the DHCP server gives it another address than the NIC had',
  },
  mtu: {
    kernel: '/sys/class/net/DEVICE/mtu',
    without: 'packets of the default size are dropped, in silence, where the path takes smaller ones: ssh connects, and then hangs',
  },
  alias: { kernel: '/sys/class/net/DEVICE/ifalias', without: 'nobody can tell from `ip link` which TAP belongs to which virtual machine' },
  optional: { without: 'the boot waits for the device, for up to two minutes where it is not there or has no carrier' },
  'activation-mode': { kernel: 'the flag UP of `ip link`', without: 'the device is brought up at boot' },
  'ignore-carrier': { without: 'a bridge that has no port with a carrier yet gets no address, and what listens on that address fails' },
  critical: {
    without: 'a restart of the network service takes the addresses away for a moment: a root file system over the network hangs',
  },
  dhcp4: { without: 'the device gets no IPv4 address but those of `addresses`' },
  dhcp6: { without: 'IPv6 addresses come from router advertisements and `addresses` alone' },
  'dhcp4-overrides.use-dns': { without: 'name servers of the lease stand beside your own, and may answer first' },
  'dhcp4-overrides.use-routes': { without: 'each DHCP network brings a default route; of two the one with the lower metric wins' },
  'dhcp4-overrides.use-mtu': { without: 'a DHCP server can make the MTU smaller, of the whole bridge too' },
  'dhcp4-overrides.use-hostname': { without: 'a DHCP server can give the machine another name' },
  'dhcp4-overrides.route-metric': {
    kernel: 'the metric in `ip route`',
    without: 'two uplinks have default routes of one metric, and which of them is used is left to chance',
  },
  'dhcp-identifier': {
    without: 'the server sees a DUID and not the MAC: a reservation by MAC is not found, and a cloned image has the lease of its twin',
  },
  'accept-ra': {
    kernel: '/proc/sys/net/ipv6/conf/DEVICE/accept_ra',
    without:
      'with forwarding on, the kernel by itself stops taking router advertisements, and the IPv6 default route expires; netglot writes what the description means',
  },
  'link-local': { kernel: 'fe80::/10 in `ip -6 addr`; /proc/sys/net/ipv6/conf/DEVICE/addr_gen_mode' },
  'ipv6-privacy': { kernel: '/proc/sys/net/ipv6/conf/DEVICE/use_tempaddr', without: 'the address tells the machine wherever it goes' },
  'ipv6-address-generation': { kernel: '/proc/sys/net/ipv6/conf/DEVICE/addr_gen_mode' },
  'ipv6-address-token': { kernel: '`ip token`', without: 'the address ends in what the MAC gives, and changes with the NIC' },
  'ipv6-mtu': { kernel: '/proc/sys/net/ipv6/conf/DEVICE/mtu' },
  addresses: { kernel: '`ip addr`', without: 'the device has no address of its own; a port of a bridge shall have none' },
  'addresses[].*.label': { kernel: 'the last word of a line of `ip addr`' },
  'addresses[].*.lifetime': { kernel: 'preferred_lft in `ip addr`' },
  'nameservers.addresses': { kernel: '/etc/resolv.conf, or `resolvectl`', without: 'names are not found where no lease brings a server' },
  routes: { kernel: '`ip route show table all`' },
  'routes[].via': { without: 'the destination is looked for on the link itself, by ARP' },
  'routes[].on-link': { without: 'the kernel refuses the gateway: "Nexthop has invalid gateway". Hosters that give a /32 need this' },
  'routes[].metric': { kernel: 'metric in `ip route`', without: 'two routes to one destination collide, or chance decides' },
  'routes[].table': {
    kernel: 'table in `ip route show table all`',
    without: 'the route stands in the main table, where no rule is needed to find it',
  },
  'routes[].from': { kernel: 'src in `ip route`', without: 'of several addresses of the device the kernel takes the first' },
  'routing-policy': {
    kernel: '`ip rule`',
    without: 'a table other than the main one is never looked at: answers leave by the wrong uplink, and are dropped on the way',
  },
  'routing-policy[].priority': {
    kernel: 'the number before the colon in `ip rule`',
    without: 'the rules come in the order in which they are made, which is not the same at each boot',
  },
  'ipv4-forwarding': { kernel: '/proc/sys/net/ipv4/conf/DEVICE/forwarding', without: 'a routed guest reaches the host and nobody else' },
  'ipv6-forwarding': {
    kernel: '/proc/sys/net/ipv6/conf/DEVICE/forwarding',
    without: 'a routed guest reaches the host and nobody else by IPv6',
  },
  'ipv4-proxy-arp': {
    kernel: '/proc/sys/net/ipv4/conf/DEVICE/proxy_arp',
    without:
      'nobody answers for the guests behind the host where a hoster or an access point knows one MAC alone: they can send, and hear nothing',
  },
  'ipv6-proxy-ndp': {
    kernel: '/proc/sys/net/ipv6/conf/DEVICE/proxy_ndp',
    without: 'as without `ipv4-proxy-arp`, for IPv6; the kernel also wants each address by `ip neigh add proxy`',
  },
  'match.macaddress': {
    without: 'the name of the definition is the name of the NIC, which can change with the slot, the kernel or the firmware',
  },
  'set-name': { kernel: 'the name in `ip link`', without: 'the NIC keeps the name that udev gives it' },
  wakeonlan: { kernel: '`ethtool DEVICE`', without: 'what the firmware or the driver has set is left' },
  'port-isolated': { kernel: '/sys/class/net/DEVICE/brport/isolated', without: 'the guests of a bridge reach each other' },
  hairpin: {
    kernel: '/sys/class/net/DEVICE/brport/hairpin_mode',
    without: 'two guests behind one port do not reach each other through the bridge',
  },
  'port-mac-learning': { kernel: '/sys/class/net/DEVICE/brport/learning' },
  'neigh-suppress': { kernel: '/sys/class/net/DEVICE/brport/neigh_suppress' },
}
