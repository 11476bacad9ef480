import * as z from 'zod/mini'
import { field } from '../field.ts'
import { cidr, domain, glob, hostName, id, ip, ipv4, ipv6, mac, oneOf, scalar, uint, words, yesNo } from '../scalars.ts'
import { networkManager } from './network-manager.ts'
import { route, rule } from './route.ts'

const label = words('an address label such as eth0:home', 15)

/** An address alone, or one address with its options. */
const address = z.union([
  cidr,
  z.record(
    z.string(),
    z.strictObject({
      label: field(label, 'The label that ifconfig shows for an IPv4 address.', ['br0:home', 'br0:lab'], {
        since: '0.100',
        default: 'no label',
      }),
      lifetime: field(
        oneOf('forever', '0'),
        'How long the address is preferred: `0` makes it deprecated, so that no new connection starts from it.',
        ['0', 'forever'],
        { since: '0.100', default: 'forever' },
      ),
    }),
  ),
])

const nameservers = z.strictObject({
  addresses: field(z.array(ip), 'The name servers to ask.', [['192.0.2.53'], ['192.0.2.53', '2001:db8::53']]),
  search: field(z.array(domain), 'The domains to try for names without dots.', [['example.com'], ['example.com', 'example.net']], {
    default: 'no domain',
  }),
})

const useDomains = scalar<'true' | 'false' | 'route'>({
  expected: 'true, false or route',
  read: text =>
    text === 'route' ? text : /^(true|yes|on|y)$/i.test(text) ? 'true' : /^(false|no|off|n)$/i.test(text) ? 'false' : undefined,
  json: { enum: [true, false, 'route'] },
})

const overrides = z.strictObject({
  'use-dns': field(yesNo, 'Take the name servers of the lease.', ['false', 'true'], { default: 'true' }),
  'use-ntp': field(yesNo, 'Take the NTP servers of the lease.', ['false', 'true'], { default: 'true' }),
  'use-hostname': field(yesNo, 'Take the host name of the lease.', ['false', 'true'], { default: 'true' }),
  'use-mtu': field(yesNo, 'Take the MTU of the lease.', ['false', 'true'], { default: 'true' }),
  'use-routes': field(yesNo, 'Take the routes of the lease, the default route too.', ['false', 'true'], { default: 'true' }),
  'use-domains': field(useDomains, 'Take the search domains of the lease; `route`: for routing queries only.', ['true', 'route'], {
    since: '0.98',
    default: 'left to the stack',
  }),
  'send-hostname': field(yesNo, 'Tell the server the name of the machine.', ['false', 'true'], { default: 'true' }),
  hostname: field(hostName, 'Tell the server this name instead of the machine’s own.', ['web1', 'web2'], { default: 'the machine’s own' }),
  'route-metric': field(uint(), 'The metric of the routes that the lease brings; the lowest wins.', ['50', '200'], {
    default: '100, on Wi-Fi 600',
  }),
})

export const renderer = oneOf('networkd', 'NetworkManager')

/** Keys that every device has. */
export const common = {
  renderer: field(
    renderer,
    'The stack that netplan shall use for the device; it has no effect on a target that is named.',
    ['networkd', 'NetworkManager'],
    { default: 'networkd, or what is said above it' },
  ),
  macaddress: field(mac, 'The MAC address that the device shall have.', ['52:54:00:12:34:56', '52:54:00:12:34:57'], {
    default: 'the hardware’s; of a bridge or a TAP left to the stack',
  }),
  mtu: field(uint(68, 65_536), 'The largest packet in bytes, without the link’s header.', ['1400', '9000'], {
    default: 'the kernel’s, or DHCP’s',
    unit: 'bytes',
  }),
  alias: field(words('a text', 255), 'A text that `ip link` shows with the device: which VM a TAP belongs to.', ['VM web', 'uplink'], {
    since: 'netglot',
    default: 'no text',
  }),
  optional: field(yesNo, 'The boot need not wait for the device.', ['true', 'false'], {
    default: 'false; for a TAP, and a bridge without a NIC, true',
  }),
  'activation-mode': field(oneOf('manual', 'off'), 'Not brought up at boot: `manual`: by hand only; `off`: kept down.', ['manual', 'off'], {
    since: '0.103',
    default: 'brought up at boot',
  }),
  'ignore-carrier': field(yesNo, 'Set the addresses though there is no carrier.', ['true', 'false'], {
    since: '0.104',
    default: 'false; on bridges, TAPs and TUNs true',
  }),
  dhcp4: field(yesNo, 'Ask for an IPv4 address by DHCP.', ['true', 'false'], { default: 'false' }),
  dhcp6: field(yesNo, 'Ask for an IPv6 address by DHCP.', ['true', 'false'], { default: 'false' }),
  'dhcp4-overrides': field(overrides, 'What the IPv4 lease may change.', [{}]),
  'dhcp6-overrides': field(overrides, 'What the IPv6 lease may change.', [{}]),
  'dhcp-identifier': field(
    oneOf('duid', 'mac'),
    'What the DHCPv4 server knows the machine by: `mac` where reservations go by MAC address.',
    ['mac', 'duid'],
    { default: 'duid' },
  ),
  'accept-ra': field(yesNo, 'Take addresses and routes from IPv6 router advertisements.', ['false', 'true'], {
    default: 'true where there is an IPv6 link-local address and no `ipv6-forwarding`; never on a port',
  }),
  'link-local': field(
    z.array(oneOf('ipv4', 'ipv6')),
    'The families that get a link-local address; an empty list for none.',
    [['ipv4', 'ipv6'], ['ipv4']],
    { default: '[ipv6]; on a port []' },
  ),
  'ipv6-privacy': field(yesNo, 'Use temporary IPv6 addresses for outgoing connections.', ['true', 'false'], { default: 'false' }),
  addresses: field(z.array(address), 'Static addresses with prefix length.', [['192.0.2.10/24'], ['192.0.2.11/24']]),
  gateway4: field(ipv4, 'The IPv4 gateway. Deprecated by netplan: write a route to `default`.', ['192.0.2.1', '192.0.2.254'], {
    default: 'no gateway',
  }),
  gateway6: field(ipv6, 'The IPv6 gateway. Deprecated by netplan: write a route to `default`.', ['2001:db8::1', '2001:db8::2'], {
    default: 'no gateway',
  }),
  nameservers: field(nameservers, 'Name servers and search domains.', [{}]),
  routes: field(z.array(route), 'Static routes.', [[]]),
  'routing-policy': field(z.array(rule), 'Rules that choose a routing table.', [[]]),
  hairpin: field(yesNo, 'The bridge sends packets back out of this port that came in by it.', ['true', 'false'], {
    default: 'false',
    since: '1.0',
  }),
  'neigh-suppress': field(
    yesNo,
    'The bridge answers ARP and neighbour discovery for this port where it knows the answer.',
    ['true', 'false'],
    {
      since: '0.105',
      default: 'false',
    },
  ),
  'port-mac-learning': field(yesNo, 'The bridge learns from packets of this port which MAC addresses are behind it.', ['false', 'true'], {
    default: 'true',
    since: '1.0',
  }),
  'port-isolated': field(yesNo, 'The bridge lets nothing pass between this port and other isolated ones.', ['true', 'false'], {
    default: 'false',
    since: 'netglot',
  }),
  networkmanager: field(networkManager, 'What is for NetworkManager alone, where it is the renderer.', [{}]),
  'ipv4-forwarding': field(yesNo, 'Forward IPv4 packets that come in by this device.', ['true', 'false'], {
    since: 'netglot',
    default: 'left as the machine has it',
  }),
  'ipv6-forwarding': field(yesNo, 'Forward IPv6 packets that come in by this device.', ['true', 'false'], {
    since: 'netglot',
    default: 'left as the machine has it',
  }),
  'ipv4-proxy-arp': field(yesNo, 'Answer ARP for addresses that are reached by other devices.', ['true', 'false'], {
    since: 'netglot',
    default: 'left as the machine has it',
  }),
  'ipv6-proxy-ndp': field(yesNo, 'Answer neighbour discovery for addresses that are reached by other devices.', ['true', 'false'], {
    since: 'netglot',
    default: 'left as the machine has it',
  }),
}

const match = z.strictObject({
  name: field(glob, 'The kernel’s name of the device; *, ? and [] are wildcards.', ['en*', 'eth0'], { default: 'any' }),
  macaddress: field(mac, 'The permanent MAC address of the device.', ['52:54:00:aa:00:01', '52:54:00:aa:00:02'], {
    default: 'any',
  }),
  driver: field(
    z.union([glob, z.array(glob).check(z.refine(list => list.length > 0, { params: { expected: 'a list of at least one driver' } }))]),
    'The kernel driver of the device, or several of which one must hold.',
    ['virtio_net', ['ixgbe', 'igb']],
    { default: 'any' },
  ),
})

const wowlan = oneOf(
  'default',
  'any',
  'disconnect',
  'magic_pkt',
  'gtk_rekey_failure',
  'eap_identity_req',
  'four_way_handshake',
  'rfkill_release',
  'tcp',
)

const offload = (what: string) =>
  field(yesNo, `The NIC ${what}, and not the kernel.`, ['false', 'true'], { since: '0.104', default: 'left to the driver' })

/** Keys of devices that the kernel finds. */
export const physical = {
  match: field(match, 'Which device is meant, where the definition’s name is not the kernel’s.', [{}]),
  'set-name': field(id, 'The name that the matched device shall get.', ['lan0', 'wan0'], { default: 'renames nothing' }),
  wakeonlan: field(yesNo, 'Wake the machine by a magic packet.', ['true', 'false'], { default: 'left to the driver' }),
  wakeonwlan: field(
    z.array(wowlan),
    'What wakes the machine by Wi-Fi; `default`, which stands alone, leaves it to the driver.',
    [['magic_pkt'], ['disconnect']],
    { since: '0.99', default: 'left to the driver' },
  ),
  'receive-checksum-offload': offload('checks the checksums of packets that come in'),
  'transmit-checksum-offload': offload('makes the checksums of packets that go out'),
  'tcp-segmentation-offload': offload('cuts what TCP over IPv4 sends into packets'),
  'tcp6-segmentation-offload': offload('cuts what TCP over IPv6 sends into packets'),
  'generic-segmentation-offload': field(yesNo, 'The kernel cuts what goes out into packets as late as it can.', ['false', 'true'], {
    since: '0.104',
    default: 'left to the driver',
  }),
  'generic-receive-offload': field(yesNo, 'The kernel puts packets that come in together as early as it can.', ['false', 'true'], {
    since: '0.104',
    default: 'left to the driver',
  }),
  'large-receive-offload': offload('puts packets that come in together; not for a machine that forwards them'),
}
