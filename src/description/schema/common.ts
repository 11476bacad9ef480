import * as z from 'zod/mini'
import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { cidr, domain, glob, id, ip, ipv4, ipv6, mac, macOrWord, oneOf, scalar, token, uint, words, yesNo } from '../scalars.ts'
import { networkManager } from './network-manager.ts'
import { ovs } from './openvswitch.ts'
import { dhcp4Overrides, dhcp6Overrides, raOverrides } from './overrides.ts'
import { route, rule } from './route.ts'

const label = words('an address label such as eth0:home', 15)

/** An address alone, or one address with its options. */
const address = z.union([
  cidr,
  z.record(
    z.string(),
    mapping(() => ({
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
    })),
  ),
])

const nameservers = mapping(() => ({
  addresses: field(z.array(ip), 'The name servers to ask.', [['192.0.2.53'], ['192.0.2.53', '2001:db8::53']], { default: 'none' }),
  search: field(z.array(domain), 'The domains to try for names without dots.', [['example.com'], ['example.com', 'example.net']], {
    default: 'no domain',
  }),
}))

/** In the order of a boot; netplan takes them in any case. */
const addressKinds = ['ipv4-ll', 'ipv6-ra', 'dhcp4', 'dhcp6', 'static'] as const
const addressKind = scalar<(typeof addressKinds)[number]>({
  expected: `one of ${addressKinds.join(', ')}`,
  read: text => addressKinds.find(kind => kind === text.toLowerCase()),
  json: { enum: addressKinds },
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
  macaddress: field(
    macOrWord,
    'The MAC address that the device shall have, or where it comes from. `permanent`: the hardware; `random`: chance, anew at each boot; and with NetworkManager `preserve`: what the device has already, `stable`: the machine and the profile, `stable-ssid`: the machine and the Wi-Fi network.',
    ['52:54:00:12:34:56', '52:54:00:12:34:57'],
    { default: 'the hardware’s; of a bridge, a bond, a TAP, a macvlan or a macvtap left to the stack' },
  ),
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
  'optional-addresses': field(
    z.array(addressKind),
    'Addresses that the boot need not wait for. It has no effect: no release of systemd has the key that netplan writes.',
    [['ipv6-ra'], ['dhcp4']],
    { default: 'no address' },
  ),
  critical: field(yesNo, 'The device keeps its addresses when the network service stops or starts anew.', ['true', 'false'], {
    default: 'false',
  }),
  'activation-mode': field(oneOf('manual', 'off'), 'Not brought up at boot: `manual`: by hand only; `off`: kept down.', ['manual', 'off'], {
    since: '0.103',
    default: 'brought up at boot',
  }),
  'ignore-carrier': field(yesNo, 'Set the addresses though there is no carrier.', ['true', 'false'], {
    since: '0.104',
    default: 'false; on devices that the kernel makes true',
  }),
  dhcp4: field(yesNo, 'Ask for an IPv4 address by DHCP.', ['true', 'false'], { default: 'false' }),
  dhcp6: field(yesNo, 'Ask for an IPv6 address by DHCP.', ['true', 'false'], { default: 'false' }),
  'dhcp4-overrides': field(dhcp4Overrides, 'What the IPv4 lease may change.', [{}]),
  'dhcp6-overrides': field(dhcp6Overrides, 'What the IPv6 lease may change.', [{}]),
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
  'ra-overrides': field(raOverrides, 'What router advertisements may change.', [{}], { since: '1.1' }),
  'ipv6-address-generation': field(
    oneOf('eui64', 'stable-privacy'),
    'What the device’s own IPv6 addresses end in: its MAC, or a number that tells nothing of it and is another one for each prefix.',
    ['stable-privacy', 'eui64'],
    { default: 'eui64', since: '0.99' },
  ),
  'ipv6-address-token': field(
    token,
    'What addresses of router advertisements end in: the last 64 bits of this one.',
    ['::1234', '::5678'],
    { default: 'as `ipv6-address-generation` says', since: '0.100' },
  ),
  'ipv6-mtu': field(uint(1280, 65_536), 'The largest IPv6 packet in bytes.', ['1400', '1300'], {
    default: '`mtu`, or what router advertisements say',
    unit: 'bytes',
    since: '0.98',
  }),
  'ipv6-privacy': field(yesNo, 'Use temporary IPv6 addresses for outgoing connections.', ['true', 'false'], { default: 'false' }),
  addresses: field(z.array(address), 'Static addresses with prefix length.', [['192.0.2.10/24'], ['192.0.2.11/24']], { default: 'none' }),
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
  openvswitch: field(ovs, 'What Open vSwitch’s database says of the device, where it is a port there.', [{}], { since: '0.100' }),
  networkmanager: field(networkManager, 'What is for NetworkManager alone, where it is the renderer.', [{}], { since: '0.99' }),
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

const match = mapping(() => ({
  name: field(glob, 'The kernel’s name of the device; *, ? and [] are wildcards.', ['en*', 'eth0'], { default: 'any' }),
  macaddress: field(mac, 'The permanent MAC address of the device; 20 octets for InfiniBand.', ['52:54:00:aa:00:01', '52:54:00:aa:00:02'], {
    default: 'any',
  }),
  driver: field(
    z.union([glob, z.array(glob).check(z.refine(list => list.length > 0, { params: { expected: 'a list of at least one driver' } }))]),
    'The kernel driver of the device, or several of which one must hold.',
    ['virtio_net', ['ixgbe', 'igb']],
    { default: 'any' },
  ),
}))

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
  'emit-lldp': field(yesNo, 'Tell the neighbours by LLDP who the machine is.', ['true', 'false'], { default: 'false', since: '0.99' }),
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
