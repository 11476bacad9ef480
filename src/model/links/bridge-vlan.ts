import type { Leaf } from '../leaf.ts'

/** VLANs that a port of a VLAN-aware bridge, or the bridge itself, takes part in. */
export interface VlanRange {
  readonly first: number
  readonly last: number
  /** Packets that come in without a tag are in this VLAN. */
  readonly pvid: boolean
  /** Packets of these VLANs go out without a tag. */
  readonly untagged: boolean
}

type Vlans = readonly Leaf<VlanRange>[]

/** `20-30` */
export const vlanIds = ({ first, last }: VlanRange): string => (first === last ? String(first) : `${first}-${last}`)

export const includes = ({ first, last }: VlanRange, id: number): boolean => first <= id && id <= last

/** Whether what comes in without a tag is in some VLAN of the list. */
export const hasPvid = (vlans: Vlans): boolean => vlans.some(({ value }) => value.pvid)

/**
 * The VLAN that the kernel gives of itself, the default PVID, where a list does not have it: a list says all there is, so it has to go.
 * Undefined where there is none to take away; without a list there is nothing but the default.
 */
export const strayVlan = (vlans: Vlans, defaultPvid: Leaf<number> | undefined): number | undefined => {
  const id = defaultPvid?.value ?? 0
  return vlans.length === 0 || id === 0 || vlans.some(({ value }) => includes(value, id)) ? undefined : id
}
