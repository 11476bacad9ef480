import type { Link } from '../../model/network.ts'
import { text } from '../text.ts'
import type { NmContext } from './documents.ts'
import { Profile } from './profiles.ts'

/** A profile of a link, with a name that no other has. One that group or others may read is refused by the daemon, whatever it holds. */
export function openProfile(wanted: string, type: string | undefined, link: Link, context: NmContext): Profile {
  const name = unique(`netglot-${wanted}`, context.root.names)
  const profile = context.add(new Profile(name, link, context.ledger))
  const section = profile.section('connection')
  section.put('id', text('keyfile', name), 'the name by which nmcli knows the profile')
  section.put('uuid', text('keyfile', profile.uuid), 'made of the name, so that it stays the same')
  if (type !== undefined) section.put('type', text('keyfile', type), 'the kind of the device')
  return profile
}

const unique = (name: string, taken: Set<string>, rank = 1): string => {
  const candidate = rank === 1 ? name : `${name}-${rank}`
  if (taken.has(candidate)) return unique(name, taken, rank + 1)
  taken.add(candidate)
  return candidate
}
