import { spec } from '../spec.ts'

/** NG444x: an IP protocol that a device of that kind, or of that size, does not carry. */
export const reachLint = {
  'mtu-below-ipv6': spec<{ link: string; mtu: number; silent: boolean }>({
    code: 'NG4441',
    severity: 'warning',
    message: p =>
      `${p.link} has \`mtu: ${p.mtu}\`, and IPv6 wants 1280 or more: the kernel takes its IPv6 addresses away, or systemd-networkd makes the MTU 1280`,
    hint: p => `write \`mtu: 1280\` or more${p.silent ? ', or `link-local: []` for a device without IPv6' : ', or take IPv6 out'}`,
  }),
  'vrf-mtu-refused': spec<{ vrf: string; mtu: number }>({
    code: 'NG4442',
    severity: 'warning',
    message: p => `the kernel refuses \`mtu: ${p.mtu}\` for the VRF ${p.vrf}: it takes 1280 or more`,
    hint: () => 'take it out: what goes through a VRF goes by the MTU of its members',
  }),
  'lease-without-mac': spec<{ link: string; family: 4 | 6 }>({
    code: 'NG4443',
    severity: 'warning',
    message: p =>
      p.family === 4
        ? `${p.link} asks a DHCP server, but it carries bare IP packets: without a MAC and broadcasts there is no lease`
        : `${p.link} asks a DHCPv6 server, but it has no IPv6 link-local address to ask from`,
    hint: () => 'give it static `addresses`, which the other end has to know',
  }),
}
