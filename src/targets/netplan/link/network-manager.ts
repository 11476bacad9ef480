import type { ManagerSettings } from '../../../model/network.ts'
import { nested } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import { type NetplanAt, settingText } from '../handlers.ts'
import { managerKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'

type Place = Mapping<(typeof managerKeys)[number]>

const fields: Fields<ManagerSettings, Place, NetplanAt> = {
  name: (leaf, place) => place.set('name', word.print(leaf.value), leaf),
  uuid: (leaf, place) => place.set('uuid', word.print(leaf.value), leaf),
  passthrough: (leaf, place) => {
    const { group, key, value } = leaf.value
    return place.below<string>('passthrough', []).set(word.print(`${group}.${key}`), settingText(value), leaf)
  },
}

/** What is said of a device's profiles themselves. */
export const ofDevice = nested(
  ({ definition }: Docs, _node: ManagerSettings, _at: NetplanAt): Place => definition.below('networkmanager', managerKeys),
  fields,
)

/** The same of the profile of one access point. */
export const ofPoint = nested(
  ({ mapping }: { readonly mapping: Mapping<'networkmanager'> }, _node: ManagerSettings, _at: NetplanAt): Place =>
    mapping.below('networkmanager', managerKeys),
  fields,
)
