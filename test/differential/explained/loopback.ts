import type { Explanation } from './explanation.ts'

const ofLoopback = { section: 'The loopback device' }
const ofKernel = {
  ...ofLoopback,
  why: 'the kernel gives lo 127.0.0.1/8 and ::1/128 by itself; networkd fails at lo where it is told to set them once more',
}

/** How the files for lo differ. */
export const loopback: readonly Explanation[] = [
  { ...ofKernel, target: 'networkd', place: /^network\/Address$/, netplan: /^(Address=(127\.0\.0\.1\/8|::1\/128)( \| )?)+$/, ours: /^$/ },
  { ...ofKernel, target: 'networkmanager', place: /^profile\/ipv[46]\.address$/, netplan: /^(127\.0\.0\.1\/8|::1\/128)$/, ours: /^$/ },
  {
    ...ofLoopback,
    why: 'NetworkManager knows lo by a type of its own, and never uses a profile of a NIC for it',
    target: 'networkmanager',
    place: /^profile\/connection\.type$/,
    netplan: /^ethernet$/,
    ours: /^loopback$/,
  },
  {
    ...ofLoopback,
    why: 'nothing waits for lo: systemd-networkd-wait-online passes over loopback devices that it is not told by name',
    target: 'networkd',
    release: /^1\./,
    place: /^online$/,
    netplan: /^carrier$/,
    ours: /^degraded$/,
    when: (_where, { device }) => device === 'lo',
  },
]
