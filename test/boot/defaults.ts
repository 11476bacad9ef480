/** A value that nobody has described and that is not the same on all stacks. */
export interface DefaultThatDiffers {
  readonly what: string
  readonly leaf: RegExp
  /** Of devices; absent: of all kinds. */
  readonly kinds?: readonly string[]
  readonly stacks: readonly string[]
  /** What it is there; the other stacks have to agree on another one. */
  readonly value: RegExp
  readonly reason: string
}

const networkd = ['networkd', 'netplan-networkd']
const manager = ['networkmanager', 'netplan-networkmanager']
const interfaces = ['ifupdown', 'ifupdown2']

/** docs/proof.md shows them. */
export const defaultsThatDiffer: readonly DefaultThatDiffers[] = [
  {
    what: 'ipv4.promote_secondaries',
    leaf: /^ipv4\.promote_secondaries$/,
    stacks: networkd,
    value: /^1$/,
    reason:
      'systemd-networkd turns it on because a new lease is a second address until the old one goes; where addresses stay it has no effect',
  },
  {
    what: 'ipv6.accept_ra',
    leaf: /^ipv6\.accept_ra$/,
    stacks: [...networkd, ...manager],
    value: /^0$/,
    reason: 'systemd-networkd and NetworkManager take router advertisements themselves, so the kernel is told to leave them alone',
  },
  {
    what: 'ipv6.addr_gen_mode',
    leaf: /^(ipv6\.addr_gen_mode|inet6_addr_gen_mode)$/,
    stacks: manager,
    value: /^(1|"none")$/,
    reason: 'NetworkManager makes the link-local address itself, and the same one, so the kernel is told to make none',
  },
  {
    what: 'ipv6.addr_gen_mode',
    leaf: /^(ipv6\.addr_gen_mode|inet6_addr_gen_mode)$/,
    kinds: ['vrf'],
    stacks: networkd,
    value: /^(1|"none")$/,
    reason: 'systemd-networkd says that a VRF gets no link-local address; the kernel gives it none in any case',
  },
  {
    what: 'ipv6.addr_gen_mode',
    leaf: /^(ipv6\.addr_gen_mode|inet6_addr_gen_mode)$/,
    stacks: interfaces,
    value: /^(0|"eui64")$/,
    reason:
      'ports get no link-local address there because IPv6 is off on them (bridges) or because the kernel makes none (bonds), and not by this setting',
  },
  {
    what: 'ipv6.disable_ipv6',
    leaf: /^ipv6\.disable_ipv6$/,
    stacks: interfaces,
    value: /^1$/,
    reason: 'on ports of a bridge IPv6 is turned off as a whole; with the other stacks no address is made, which comes to the same',
  },
  {
    what: 'ipv6.disable_ipv6',
    leaf: /^ipv6\.disable_ipv6$/,
    stacks: manager,
    value: /^1$/,
    reason: 'NetworkManager turns IPv6 off on a device that shall have no IPv6 address at all, not even a link-local one',
  },
  {
    what: 'ipv6.autoconf',
    leaf: /^ipv6\.autoconf$/,
    stacks: ['ifupdown'],
    value: /^0$/,
    reason: 'ifupdown turns it off together with router advertisements; without these it has no effect',
  },
  {
    what: 'ipv6.use_tempaddr',
    leaf: /^ipv6\.use_tempaddr$/,
    kinds: ['wireguard', 'tunnel', 'tun'],
    stacks: [...networkd, ...manager],
    value: /^0$/,
    reason: 'the kernel has -1 for devices without MAC, and both stacks write 0: no temporary addresses, either way',
  },
  {
    what: 'bridge.forward_delay',
    leaf: /^bridge\.forward_delay$/,
    stacks: manager,
    value: /^1500$/,
    reason: 'while STP is off NetworkManager leaves the delay at the kernel’s 15 s, which is used with STP alone',
  },
  {
    what: 'bridge port.cost',
    leaf: /^bridge port\.cost$/,
    stacks: manager,
    value: /^100$/,
    reason:
      'NetworkManager gives each port the cost 100 where the kernel looks at its speed; with STP on, write `path-cost` where the choice of the path matters',
  },
  {
    what: 'vxlan.udp_csum',
    leaf: /^vxlan\.udp_csum$/,
    stacks: manager,
    value: /^true$/,
    reason: 'NetworkManager has no word for it and the kernel sends checksums; the other ends take packets with and without',
  },
  {
    what: 'bridge port.cost',
    leaf: /^bridge port\.cost$/,
    kinds: ['vlan'],
    stacks: ['ifupdown', 'ifupdown2'],
    value: /^100$/,
    reason:
      'the kernel looks at the speed of the port when it joins, and a bond has none before LACP has agreed; with STP on, write `path-cost` where the choice of the path matters',
  },
  {
    what: 'features for IPsec',
    leaf: /^features\.(tx-esp-segmentation|esp-hw-offload|esp-tx-csum-hw-offload)$/,
    kinds: ['bond'],
    stacks: [...networkd, 'ifupdown2'],
    value: /^absent$/,
    reason:
      'a bond that gets its mode after it was made keeps them from the mode that it had first; systemd-networkd and ifupdown2 make it in its mode. They have effect where the NICs have them',
  },
  {
    what: 'mtu, ipv6.mtu',
    leaf: /^(ipv6\.)?mtu$/,
    kinds: ['ethernet'],
    stacks: manager,
    value: /^1400$/,
    reason: 'a port of a bond with an MTU of its own keeps it with NetworkManager, and gets that of the bond otherwise (NG4452)',
  },
  {
    what: 'protocol of a tunnel',
    leaf: /^(sit|ipip)\.proto$/,
    kinds: ['tunnel'],
    stacks: interfaces,
    value: /^"any"$/,
    reason: 'ip(8) makes it so that the other end may send other packets through it too',
  },
  {
    what: 'mtu, ipv6.mtu',
    leaf: /^(ipv6\.)?mtu$/,
    kinds: ['tunnel'],
    stacks: interfaces,
    value: /^1[0-9]{3}$/,
    reason:
      'the kernel makes it of the route to the other end that there is when the tunnel is made, which is another one when the routes of the description are there already; ifupdown2 sets 1500 where nothing is described (NG6009)',
  },
  {
    what: 'mtu, ipv6.mtu',
    leaf: /^(ipv6\.)?mtu$/,
    kinds: ['bridge'],
    stacks: interfaces,
    value: /^14(14|50)$/,
    reason: 'a bridge has the lowest MTU of its ports, and tunnels among them have another one',
  },
  {
    what: 'mtu, ipv6.mtu',
    leaf: /^(ipv6\.)?mtu$/,
    kinds: ['macvlan'],
    stacks: ['ifupdown2'],
    value: /^1500$/,
    reason: 'ifupdown2 sets 1500 where nothing is described, and the kernel takes the MTU of the device below (NG6009)',
  },
  {
    what: 'ipv6.mtu',
    leaf: /^ipv6\.mtu$/,
    stacks: networkd,
    value: /^[0-9]+$/,
    reason: 'systemd-networkd 252 does not heed the MTU that routers advertise; the kernel and NetworkManager do',
  },
  {
    what: 'mtu, ipv6.mtu',
    leaf: /^(ipv6\.)?mtu$/,
    kinds: ['vrf'],
    stacks: ['ifupdown2'],
    value: /^1500$/,
    reason: 'ifupdown2 gives a VRF 1500 where the kernel has 65575; packets go by the MTU of the devices that are in it',
  },
  {
    what: 'metric of the route to own networks',
    leaf: /^metric of the route to (?!routers)/,
    stacks: manager,
    value: /^[0-9]+$/,
    reason:
      'NetworkManager gives the routes to a device’s own networks the metric of the device (100 and more) or 1024; it matters where two devices are in one network',
  },
  {
    what: 'metric of the route to own networks',
    leaf: /^metric of the route to (?!routers)/,
    stacks: networkd,
    value: /^[0-9]+$/,
    reason:
      'systemd-networkd gives the route to an advertised network or to that of a lease the metric of DHCP; it matters where two devices are in one network',
  },
  {
    what: 'metric of the route to routers',
    leaf: /^metric of the route to routers$/,
    stacks: [...networkd, ...manager],
    value: /^[0-9]+$/,
    reason:
      'routes by router advertisement have the metric of DHCP with systemd-networkd, as with netplan, that of the device with NetworkManager, and the kernel’s 1024 otherwise (docs/meaning.md)',
  },
]
