import type { Leaf } from '../model/leaf.ts'
import { type BondMode, bondModes } from '../model/network.ts'
import type { Scope } from './scope.ts'

const except = (...modes: readonly BondMode[]): readonly BondMode[] => bondModes.filter(mode => !modes.includes(mode))

/**
 * The modes in which the kernel takes a parameter, or makes anything of it (drivers/net/bonding/bond_options.c, unsuppmodes; netplan's networkd
 * passes over the others without a word: systemd's src/network/netdev/bond.c).
 */
const modesOf = {
  'lacp-rate': ['802.3ad'],
  'ad-select': ['802.3ad'],
  'fail-over-mac-policy': ['active-backup'],
  'packets-per-member': ['balance-rr'],
  primary: ['active-backup', 'balance-tlb', 'balance-alb'],
  'arp-interval': except('802.3ad', 'balance-tlb', 'balance-alb'),
} as const satisfies Readonly<Record<string, readonly BondMode[]>>

/** The parameter where the mode takes it; elsewhere it has no effect, and is told so. */
export function suited<T>(leaf: Leaf<T> | undefined, key: keyof typeof modesOf, mode: BondMode, scope: Scope): Leaf<T> | undefined {
  const modes: readonly BondMode[] = modesOf[key]
  if (leaf === undefined || modes.includes(mode)) return leaf
  scope.noEffect(leaf, `mode ${mode} has no \`${key}\``)
  return undefined
}
