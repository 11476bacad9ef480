import { type Explanation, nothing } from './explanation.ts'

const ofOverrides = { section: 'What router advertisements may change', target: 'networkmanager' as const, netplan: nothing }

/** How the files differ in what router advertisements may change. */
export const advertisements: readonly Explanation[] = [
  {
    ...ofOverrides,
    why: 'netplan passes over ra-overrides',
    place: /^profile(\(.*\))?\/ipv6\.(ignore-auto-dns|route-table)$/,
    ours: /^(yes|no|100)$/,
  },
  {
    ...ofOverrides,
    why: 'netplan passes over ra-overrides.table, and the kernel, which NetworkManager leaves listening, knows the main table only',
    place: /^sysctl\/net\/ipv6\/conf\/eth0\/accept_ra$/,
    ours: /^0$/,
  },
]
