import { settingOf } from '../../model/network.ts'
import { text } from '../text.ts'
import type { NmContext } from './documents.ts'
import type { NmHandler } from './handlers.ts'
import { uuidOf } from './profiles.ts'

/** The device below: by its name, and where nothing tells that by its profile. */
export const parent =
  (group: 'vlan' | 'macvlan' | 'ipvlan' | 'vxlan'): NmHandler<string> =>
  (leaf, docs, { context }) =>
    docs.profiles.set(group, 'parent', text('keyfile', context.link(leaf.value).interface?.value ?? profileOf(leaf.value, context)), leaf)

/** The UUID of the profile of a link. */
export const profileOf = (id: string, context: NmContext): string => {
  const { networkManager } = context.link(id)
  return settingOf(networkManager, 'connection.uuid')?.value.value ?? networkManager?.uuid?.value ?? uuidOf(context.docs(id).profiles)
}
