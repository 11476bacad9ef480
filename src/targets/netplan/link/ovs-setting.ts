import type { OvsSetting } from '../../../model/network.ts'
import { word } from '../format.ts'
import type { NetplanHandler } from '../handlers.ts'
import { ovsKeys } from '../keys.ts'

/** What Open vSwitch’s database says of the device. */
export const ovsSetting: NetplanHandler<OvsSetting> = (leaf, { definition }) =>
  definition
    .below('openvswitch', ovsKeys)
    .below<string>(leaf.value.column, [])
    .set(word.print(leaf.value.key), word.print(leaf.value.value), leaf)
