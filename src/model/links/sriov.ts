import type { Leaf } from '../leaf.ts'

/** SR-IOV: the virtual functions of a NIC. */
export interface VirtualFunctions {
  /** How many there shall be; from those that are defined, where the description does not say it. */
  readonly count: Leaf<number> | undefined
  /** How the switch in the NIC takes part. */
  readonly switchMode: Leaf<'switchdev' | 'legacy'> | undefined
  /** There with `switchMode`, and only then: whether the functions get their driver back when the network is up, and not at once. */
  readonly delayRebind: Leaf<boolean> | undefined
}

/** A VLAN that the NIC gives to all that a virtual function sends and takes from what it gets. */
export interface VlanFilter {
  /** The definition’s name. */
  readonly id: string
  /** The id of the virtual function. */
  readonly link: Leaf<string>
  readonly tag: Leaf<number>
  /** `renderer: sriov` itself. */
  readonly byHardware: Leaf<true>
}
