import type { Ip } from '../address.ts'
import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

export const bondModes = ['balance-rr', 'active-backup', 'balance-xor', 'broadcast', '802.3ad', 'balance-tlb', 'balance-alb'] as const
export type BondMode = (typeof bondModes)[number]

export interface BondPort {
  /** The id of the port's definition. */
  readonly link: Leaf<string>
  /** Said of the port that shall carry the traffic while it can. */
  readonly primary: Leaf<true> | undefined
}

/** Several devices as one (the kernel's Documentation/networking/bonding.rst). Only what the mode takes is here. */
export interface Bond extends LinkBase {
  readonly kind: 'bond'
  readonly ports: readonly BondPort[]
  readonly mode: Leaf<BondMode>
  /** Milliseconds, as are the other times but for `learnInterval`; 0: the link of a port is not watched. Absent where ARP watches it. */
  readonly miiMonitor: Leaf<number> | undefined
  readonly upDelay: Leaf<number> | undefined
  readonly downDelay: Leaf<number> | undefined
  readonly arpInterval: Leaf<number> | undefined
  readonly arpTargets: readonly Leaf<Ip>[]
  readonly arpValidate: Leaf<ArpValidate> | undefined
  readonly arpAllTargets: Leaf<'any' | 'all'> | undefined
  readonly lacpRate: Leaf<'slow' | 'fast'> | undefined
  readonly adSelect: Leaf<'stable' | 'bandwidth' | 'count'> | undefined
  readonly minLinks: Leaf<number> | undefined
  readonly hashPolicy: Leaf<HashPolicy> | undefined
  readonly allPortsActive: Leaf<boolean> | undefined
  readonly failOverMac: Leaf<'none' | 'active' | 'follow'> | undefined
  /** How many gratuitous ARPs and unsolicited neighbour advertisements follow a failover. */
  readonly gratuitousArp: Leaf<number> | undefined
  readonly packetsPerPort: Leaf<number> | undefined
  readonly primaryReselect: Leaf<'always' | 'better' | 'failure'> | undefined
  readonly resendIgmp: Leaf<number> | undefined
  /** Seconds. */
  readonly learnInterval: Leaf<number> | undefined
}

export type ArpValidate = 'none' | 'active' | 'backup' | 'all' | 'filter' | 'filter_active' | 'filter_backup'
export type HashPolicy = 'layer2' | 'layer3+4' | 'layer2+3' | 'encap2+3' | 'encap3+4' | 'vlan+srcmac'
