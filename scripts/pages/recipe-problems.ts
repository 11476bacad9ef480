import type { RecipeName } from '../../src/recipes/recipe.ts'

/** What people ask when they need the recipe, and what they have to know. */
export const problems: Readonly<Record<RecipeName, string>> = {
  'bridge-dhcp':
    '“My virtual machines shall be in my network, with addresses of my router. After I made the bridge the host had another address, or none for half a minute.”\n\nThe host’s address moves from the NIC to the bridge. The bridge needs the NIC’s MAC, or the DHCP server sees another machine; and STP off, or nothing passes for 30 seconds. A hypervisor such as libvirt adds the machines’ ports when it starts them.',
  'bridge-static':
    '“How do I write a bridge with a static address, router and name server, so that it survives a reboot?”\n\nAddresses, routes and name servers stand at the bridge, and nothing at the NIC. On Debian’s ifupdown name servers need the package resolvconf, or a line in /etc/resolv.conf by hand ([NG6003](../diagnostics/NG6003.md)).',
  'bridge-taps':
    '“I start QEMU by hand, not as root. It can’t make the TAP: Operation not permitted. And afterwards I can’t tell which tap belongs to which machine.”\n\nThe system makes the TAPs at boot, each with its owner, a name that tells the machine and an alias that says so. Who owns a TAP may attach QEMU to it; no sudo, no setuid helper and no script. The TAPs have no addresses: they are ports of a switch. For several queues add `multi-queue: true` to a TAP, and then always start QEMU with `queues=2` or more: with the one and not the other it says “Invalid argument”.',
  rename:
    '“Everything on this machine speaks of eth0. I want eth0 to be the bridge, and the card something else.”\n\nThe card is found by its MAC and gets its new name when it appears, so at the next boot; then the name is free for the bridge. The bridge takes the card’s MAC.',
  'wifi-4addr':
    '“can’t add wlan0 to bridge br0: Operation not supported”\n\nAn ordinary station has room for one address in its frames, its own, so an access point would drop what guests send. With four addresses there is room for the guest’s. Both ends have to take part: the access point (hostapd `wds_sta=1`, OpenWrt WDS, most routers of providers don’t) and the driver (many USB sticks refuse with -95). Else [route](wifi-routed.md).',
  'wifi-routed':
    '“My access point knows no WDS, and the machines shall still be reached from the LAN.”\n\nThe guests get a small network that is a part of the LAN’s own, such as the last sixteen addresses, which the router’s DHCP must not give away. The host answers ARP for them at the radio and passes packets on. A guest has an address such as 192.0.2.130/28 and the gateway 192.0.2.129. Broadcasts don’t pass: no DHCP from the router, no mDNS. `4addr` is not needed.',
  'hoster-routed':
    '“My hoster sends abuse mail for foreign MAC addresses since I bridged my machines.”\n\nSuch a hoster lets one MAC through at the port. So nothing is bridged to the outside: the network that the hoster routes to the machine lies on a bridge without the NIC, and the host is its router. A guest has an address of that network and the bridge’s address as gateway. For single addresses there is [proxy ARP](hoster-proxy-arp.md).',
  'hoster-proxy-arp':
    '“I have ordered two more addresses; they are in the same network as the server’s, and the switch takes no other MAC.”\n\nThe host answers ARP for the guests, and has a route to each by its TAP. In a guest: its address with the prefix length of the hoster’s network, and the hoster’s gateway, for which the host answers on the TAP. An address for which the hoster gives a MAC of its own may be bridged instead.',
  'bond-vlans':
    '“Two cables to the switch, tagged VLANs, and a bridge for the machines in each of them.”\n\nThe bond is at the bottom, the VLANs on it, the bridges on the VLANs. A guest’s port in br20 is in VLAN 20 without knowing it. The switch needs LACP on the two ports and the VLANs tagged; without LACP write `mode: active-backup`.',
  'vlan-aware-bridge':
    '“I have a bridge for each VLAN and there are more of them every month.”\n\nOne bridge can know VLANs: each port is in its own, and the NIC carries all with tags. netplan has no key for it ([netplan#540](https://github.com/canonical/netplan/pull/540) was open in July 2026); netglot’s netplan target writes drop-ins of networkd beside its file.',
  'libvirt-host':
    "“libvirt’s default network hides my machines behind NAT. How do they get addresses of the LAN?”\n\nlibvirt can use a bridge that is there, and puts its own TAPs into it. Give a machine `<source bridge='br0'/>`, or define a network once:\n\n```xml\n<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='br0'/>\n</network>\n```\n\nIf Docker is on the host too, it sets the policy of FORWARD to DROP and br_netfilter lets it see bridged frames: guests lose their network in silence. `sysctl net.bridge.bridge-nf-call-iptables=0` ends that. Where NetworkManager runs beside another stack, keep it off the bridges and off libvirt’s `vnet*` ([NG8471](../diagnostics/NG8471.md)). `netglot check FILE -t TARGET --root /` tells of both.",
  'incus-host':
    '“My containers shall be in the LAN and not behind incusbr0.”\n\nIncus and LXD use a bridge that they don’t manage: `incus profile device add default eth0 nic nictype=bridged parent=br0` (take away the profile’s old eth0 first). The containers ask the LAN’s DHCP server.',
  'proxmox-host':
    '“How do I write vmbr0 so that I can set a VLAN tag at each machine?”\n\nA bridge that knows VLANs, as the web interface writes it too. Proxmox VE has ifupdown2: `-t proxmox-9`. Take away `/etc/network/interfaces.new` if it is there: what it holds replaces our file at the next boot.',
  'wireguard-site':
    '“The networks of two offices shall reach one another.”\n\nThe tunnel has a small network of its own; what the other end may send, and so what is sent there, are its `allowed-ips`. Routes have to be written beside them. The machines of a LAN reach the other one if this host is their router, or if their router has a route to it. NetworkManager reads no key from a file: give it the key itself by `--key`.',
  vrf: '“Management has its own NIC and gateway, and answers leave by the wrong one.”\n\nTwo default routes in one table are a lottery. In a VRF the management NIC has a table of its own, with its own default route. A service that shall answer there is started in it: `ip vrf exec mgmt …`, or all of them with `sysctl net.ipv4.tcp_l3mdev_accept=1`. wicked knows no VRFs: SUSE has none of it, but NetworkManager there has.',
}
