import { spec } from '../spec.ts'
import { bondLint } from './bond-lint.ts'
import { demandLint } from './demand-lint.ts'
import { macvlanLint } from './macvlan-lint.ts'
import { reachLint } from './reach-lint.ts'
import { vxlanLint } from './vxlan.ts'
import { wireguardLint } from './wireguard.ts'

/** NG4xxx: what is allowed and yet a mistake, most times. One entry a rule, in src/lint/rules/. */
export const lint = {
  'address-on-port': spec<{ port: string; controller: string; what: string }>({
    code: 'NG4001',
    severity: 'warning',
    message: p => `${p.port} is a port of ${p.controller} and ${p.what}, which has no use on a port`,
    hint: p => `move it to ${p.controller}`,
  }),
  'dhcp-behind-forward-delay': spec<{ bridge: string; delay: number }>({
    code: 'NG4002',
    severity: 'warning',
    message: p =>
      `${p.bridge} uses DHCP, but with STP and a forward delay of ${p.delay} s its ports pass nothing for the first ${2 * p.delay} s`,
    hint: () => 'write `stp: false` where no loop can be; else `forward-delay: 2`, the least with STP, or a static address',
  }),
  'wifi-port-without-4addr': spec<{ wifi: string; bridge: string }>({
    code: 'NG4003',
    severity: 'warning',
    message: p => `${p.wifi} is a Wi-Fi station without 4-address mode, and the kernel does not let ${p.bridge} have it as a port`,
    hint: p => `write \`4addr: true\` for ${p.wifi} if the access point allows it (WDS); else route: take ${p.wifi} out of the bridge`,
  }),
  'default-routes-clash': spec<{ family: number; table: number; metric: number; link: string; first: string }>({
    code: 'NG4004',
    severity: 'warning',
    message: p =>
      `${p.link} has an IPv${p.family} default route in table ${p.table} with metric ${p.metric}, and ${p.first === p.link ? 'so has it once more' : `so has ${p.first}`}`,
    hint: () =>
      'give one of the two a higher `metric` (for DHCP `dhcp4-overrides: {route-metric: …}`), or take it out (`use-routes: false`); the lowest metric wins',
  }),
  'gateway-unreachable': spec<{ link: string; gateway: string; addresses: readonly string[] }>({
    code: 'NG4005',
    severity: 'warning',
    message: p =>
      `the gateway ${p.gateway} is in no network of ${p.link}, which has ${p.addresses.length === 0 ? 'no address of its family' : p.addresses.join(' and ')}`,
    hint: () =>
      'check the gateway and the prefix lengths; where the gateway is on this link all the same, add `on-link: true` to the route',
  }),
  'duplicate-address': spec<{ ip: string; link: string; first: string }>({
    code: 'NG4006',
    severity: 'warning',
    message: p => `${p.link} has the address ${p.ip}${p.first === p.link ? ' twice' : `, and so has ${p.first}`}`,
    hint: p => (p.first === p.link ? 'keep one of them' : 'give each link an address of its own'),
  }),
  'mtu-below-bridge': spec<{ port: string; mtu: number; written: boolean; bridge: string; bridgeMtu: number }>({
    code: 'NG4007',
    severity: 'warning',
    message: p =>
      `${p.port} has an MTU of ${p.mtu}${p.written ? '' : ', the kernel’s default'}, below the ${p.bridgeMtu} of its bridge ${p.bridge}: larger packets vanish there`,
    hint: p => `write \`mtu: ${p.bridgeMtu}\` for ${p.port}, or lower the MTU of ${p.bridge} to ${p.mtu}`,
  }),
  'kernel-style-name': spec<{ link: string; name: string }>({
    code: 'NG4008',
    severity: 'warning',
    message: p =>
      `${p.link} shall be renamed to ${p.name}, a name that the kernel gives to NICs itself: another may hold it at that moment`,
    hint: () => 'choose a name that the kernel never gives, such as `lan0` or `wan0`',
  }),
  'mac-match-catches-bridge': spec<{ link: string; mac: string; bridge: string }>({
    code: 'NG4009',
    severity: 'warning',
    message: p => `${p.link} is matched by the MAC ${p.mac} alone, which ${p.bridge} carries too`,
    hint: () => 'add `set-name`, or to `match` a `name` or a `driver`, so that only the NIC is meant',
  }),
  'tap-without-owner': spec<{ tap: string; kind: string }>({
    code: 'NG4010',
    severity: 'info',
    message: p => `the ${p.kind} ${p.tap} has neither owner nor group: only root may attach to it`,
    hint: () => 'write `owner` with the user that the VM or the program runs as; if that is root, `owner: root`',
  }),
  'addressed-tap-in-bridge': spec<{ tap: string; address: string; bridge: string }>({
    code: 'NG4011',
    severity: 'warning',
    message: p => `${p.tap} has the address ${p.address}, but as a port of ${p.bridge} it answers nobody`,
    hint: p => `give the address to ${p.bridge}; or take ${p.tap} out of ${p.bridge} if its guest shall be routed`,
  }),
  'forward-delay-zero-with-stp': spec<{ bridge: string; delay: number }>({
    code: 'NG4012',
    severity: 'warning',
    message: p =>
      `${p.bridge} has STP on and a forward delay of ${p.delay} s, but with STP the kernel wants 2 to 30: it refuses the value or takes 2`,
    hint: () => 'write `stp: false` beside `forward-delay: 0`, or a delay of 2 or more',
  }),
  'bridge-time-out-of-range': spec<{ bridge: string; key: string; value: number; least: number; most: number }>({
    code: 'NG4013',
    severity: 'error',
    message: p => `${p.key} of ${p.bridge} is ${p.value} s, and the kernel takes ${p.least} to ${p.most}`,
    hint: p => `write a value from ${p.least} to ${p.most}`,
  }),
  'bond-unwatched': spec<{ bond: string; mode: string }>({
    code: 'NG4014',
    severity: 'warning',
    message: p => `nothing watches the ports of ${p.bond}: in mode ${p.mode} it goes on using one whose cable is out`,
    hint: () => 'write `mii-monitor-interval: 100` below `parameters`',
  }),
  'bond-two-monitors': spec<{ bond: string }>({
    code: 'NG4015',
    severity: 'error',
    message: p => `${p.bond} watches its ports by their links and by ARP, and the kernel takes one of the two`,
    hint: () => 'take out `arp-interval`, or `mii-monitor-interval`',
  }),
  'bond-asks-nobody': spec<{ bond: string }>({
    code: 'NG4016',
    severity: 'warning',
    message: p => `${p.bond} watches its ports by ARP and has nobody to ask, so all of them look dead`,
    hint: () => 'write `arp-ip-targets` with an address that always answers, such as the gateway’s',
  }),
  'vlan-mtu-above-parent': spec<{ vlan: string; mtu: number; parent: string; most: number }>({
    code: 'NG4017',
    severity: 'warning',
    message: p => `${p.vlan} shall have an MTU of ${p.mtu}, and the kernel gives it no more than the ${p.most} of ${p.parent}`,
    hint: p => `write \`mtu: ${p.mtu}\` for ${p.parent} too, or lower that of ${p.vlan}`,
  }),
  'ipv6-mtu-above-mtu': spec<{ link: string; mtu: number; ipv6Mtu: number }>({
    code: 'NG4201',
    severity: 'warning',
    message: p => `IPv6 packets of ${p.link} shall have ${p.ipv6Mtu} bytes, but no packet of it has more than ${p.mtu}`,
    hint: p => `write an \`ipv6-mtu\` of at most ${p.mtu}, or a larger \`mtu\``,
  }),
  'bridge-address-without-pvid': spec<{ bridge: string }>({
    code: 'NG4221',
    severity: 'warning',
    message: p => `${p.bridge} has addresses of its own, but is in no VLAN without a tag: nothing reaches them`,
    hint: () => 'write `pvid untagged` after the VLAN of the addresses in `vlans`, or give them to a VLAN on the bridge',
  }),
  'port-without-vlan': spec<{ port: string; bridge: string }>({
    code: 'NG4222',
    severity: 'warning',
    message: p => `${p.port} is in no VLAN of ${p.bridge}, and passes nothing`,
    hint: () => 'give it a list in `port-vlans`; with `vlan-default-pvid: 0` there is no VLAN for ports without one',
  }),
  'modem-without-address': spec<{ modem: string }>({
    code: 'NG4261',
    severity: 'warning',
    message: p => `${p.modem} connects and takes no address, since nothing asks for one`,
    hint: () => 'write `dhcp4: true`, which for a modem means to take the address that the network gives',
  }),
  ...vxlanLint,
  'vrf-gateway-unknown': spec<{ vrf: string; gateway: string }>({
    code: 'NG4361',
    severity: 'warning',
    message: p =>
      `no device of ${p.vrf} has an address in the network of the gateway ${p.gateway}: it is not known by which one the route goes`,
    hint: () => 'write the route at that device, which takes it into the table of the VRF',
  }),
  'vlan-outside-bridge': spec<{ vlan: string; id: number; bridge: string }>({
    code: 'NG4362',
    severity: 'warning',
    message: p => `${p.vlan} gets nothing: ${p.bridge}, which it is on, is itself not in VLAN ${p.id} with a tag`,
    hint: p => `add "${p.id}" to \`vlans\` of ${p.bridge}, without \`untagged\``,
  }),
  'vlan-on-stranger': spec<{ vlan: string; name: string }>({
    code: 'NG4431',
    severity: 'warning',
    message: p => `${p.vlan} is on ${p.name}, which nothing here defines: NetworkManager takes the device of that name as it finds it`,
    hint: () => 'check the name: it has to be the kernel’s name of a device that the machine has',
  }),
  ...wireguardLint,
  ...macvlanLint,
  ...reachLint,
  ...bondLint,
  ...demandLint,
}
