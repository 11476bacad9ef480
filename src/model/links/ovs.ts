import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

/** What a record says in Open vSwitch’s database (ovs-vswitchd.conf.db(5)). */
export interface OvsSetting {
  readonly column: 'external-ids' | 'other-config'
  readonly key: string
  readonly value: string
}

/** What is said of Open vSwitch as a whole. */
export type OvsGlobal =
  | OvsSetting
  | { readonly column: 'ssl'; readonly key: 'ca-cert' | 'certificate' | 'private-key'; readonly value: string }
  | { readonly column: 'protocols'; readonly value: string }
  | { readonly column: 'ports'; readonly pair: readonly [string, string] }

/** One end of a patch between two bridges. */
export interface OvsPatch {
  readonly name: string
  readonly peer: string
}

export interface OvsPort {
  /** The id of the port’s definition. */
  readonly link: Leaf<string>
}

interface WithOvsPorts extends LinkBase {
  /** `openvswitch: {}`, which says nothing but that. */
  readonly asOvs: Leaf<true> | undefined
  readonly ports: readonly OvsPort[]
  readonly patches: readonly Leaf<OvsPatch>[]
}

/** A bridge of Open vSwitch. */
export interface OvsBridge extends WithOvsPorts {
  readonly kind: 'ovs-bridge'
  readonly failMode: Leaf<'secure' | 'standalone'>
  readonly mcastSnooping: Leaf<boolean>
  readonly rstp: Leaf<boolean>
  /** Its own; else those of all bridges hold. */
  readonly protocols: readonly Leaf<string>[]
  readonly controllers: readonly Leaf<string>[]
  readonly connectionMode: Leaf<'in-band' | 'out-of-band'> | undefined
}

export type OvsBondMode = 'active-backup' | 'balance-tcp' | 'balance-slb'

/** A bond of Open vSwitch: a port of a bridge of its, with several devices. */
export interface OvsBond extends WithOvsPorts {
  readonly kind: 'ovs-bond'
  readonly mode: Leaf<OvsBondMode> | undefined
  readonly lacp: Leaf<'active' | 'passive' | 'off'>
}

/** A VLAN of an Open vSwitch bridge: a bridge by itself, as the others see it. */
export interface OvsVlan extends LinkBase {
  readonly kind: 'ovs-vlan'
  readonly asOvs: Leaf<true> | undefined
  readonly parent: Leaf<string>
  readonly tag: Leaf<number>
}
