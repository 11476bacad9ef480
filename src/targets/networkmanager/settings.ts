import type { Leaf } from '../../model/leaf.ts'
import { emptyGroup, type ManagerSetting, type ManagerSettings } from '../../model/network.ts'
import { nested } from '../handlers.ts'
import type { Fields } from '../target.ts'
import type { Text } from '../text.ts'
import type { Docs, NmContext } from './documents.ts'
import { escaped, word } from './format.ts'
import type { NmAt } from './handlers.ts'
import type { Profile } from './profiles.ts'

/** A setting that is passed through, until all else is written. */
export interface LateSetting {
  readonly leaf: Leaf<ManagerSetting>
  readonly text: Text<'keyfile'>
  readonly profile: Profile
  /** Said of the radio, and so of all its profiles. */
  readonly ofRadio: boolean
}

interface Place {
  readonly profiles: readonly Profile[]
  readonly ofRadio: boolean
}

const inAll =
  (key: 'id' | 'uuid', codec: typeof word) =>
  (leaf: Leaf<string>, { profiles }: Place, { context }: NmAt) => {
    for (const profile of profiles) profile.section('connection').set(key, codec.print(leaf.value), leaf)
    return context.ledger.placed(leaf)
  }

const fields: Fields<ManagerSettings, Place, NmAt> = {
  name: inAll('id', escaped),
  uuid: inAll('uuid', word),
  passthrough: (leaf, { profiles, ofRadio }, { link, context }) => {
    const text = escaped.print(leaf.value.value)
    for (const profile of profiles) context.docs(link.id).late.push({ leaf, text, profile, ofRadio })
    return context.ledger.placed(leaf)
  },
}

/** What is said of a device's profiles themselves. */
export const ofDevice = nested(
  ({ profiles }: Docs, _node: ManagerSettings, { link }: NmAt): Place => ({ profiles: profiles.all, ofRadio: link.kind === 'wifi' }),
  fields,
)

/** The same of the profile of one access point. */
export const ofPoint = nested(
  (profile: Profile, _node: ManagerSettings, _at: NmAt): Place => ({ profiles: [profile], ofRadio: false }),
  fields,
)

/** Writes what is passed through: after all else, so that it goes before it. An access point's own keys go before what the radio passes through. */
export function settle(late: readonly LateSetting[], { ledger }: NmContext): void {
  for (const { leaf, text, profile, ofRadio } of late) {
    const { group, key } = leaf.value
    const section = profile.free(group)
    if (key === emptyGroup) section.announce(word.print(group), leaf)
    else if (ofRadio && saysPoint(`${group}.${key}`, section.has(key))) ledger.imply(leaf, 'each access point says it itself')
    else section.set(key, text, leaf)
  }
}

/** What netplan writes of an access point after the radio's settings (its src/nm.c); name and mode it always has. */
const saysPoint = (name: string, written: boolean): boolean =>
  /^wifi\.(ssid|mode)$/.test(name) || (written && /^(wifi\.(bssid|hidden|band|channel)|wifi-security\..+|802-1x\..+)$/.test(name))
