// What is rendered for the measurements.

/** cloud-init 22.4 does not know `to: default`. */
export const bridge = `network:
  version: 2
  ethernets:
    eno1: {}
  bridges:
    br0:
      interfaces: [eno1]
      addresses: [192.0.2.10/24]
      routes: [{to: 0.0.0.0/0, via: 192.0.2.1}]
`

/** A host of a fleet: a bridge with static addresses and routes, a NIC and two TAPs; netplan, which has no TAPs, gets NICs of those names. */
export const host = (i, taps) => `network:
  version: 2
  ethernets:
    eno1: {}
${taps ? '' : '    tap0: {}\n    tap1: {}\n'}${taps ? '  taps:\n    tap0: {owner: "64055"}\n    tap1: {owner: "64055"}\n' : ''}  bridges:
    br0:
      interfaces: [eno1, tap0, tap1]
      addresses: [10.${(i >> 8) & 255}.${i & 255}.2/24, "2001:db8:${i.toString(16)}::2/64"]
      routes:
        - {to: default, via: 10.${(i >> 8) & 255}.${i & 255}.1}
        - {to: 10.0.0.0/8, via: 10.${(i >> 8) & 255}.${i & 255}.254}
`

/** So many VLANs, each under a bridge of its own: twice as many interfaces, and a NIC for every 4094 of them. */
export function vlans(count) {
  const all = Array.from({ length: count }, (_, i) => i)
  const nic = i => `eno${Math.floor(i / 4094)}`
  return [
    'network:',
    '  version: 2',
    '  ethernets:',
    ...[...new Set(all.map(nic))].map(name => `    ${name}: {}`),
    '  vlans:',
    ...all.map(i => `    v${i}: {id: ${(i % 4094) + 1}, link: ${nic(i)}}`),
    '  bridges:',
    ...all.map(i => `    br${i}: {interfaces: [v${i}], addresses: [10.${i >> 8}.${i & 255}.1/24]}`),
    '',
  ].join('\n')
}
