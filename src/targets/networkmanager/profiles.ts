import type { Leaf } from '../../model/leaf.ts'
import type { Link } from '../../model/network.ts'
import { IniDocument } from '../documents/ini.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import type { Text } from '../text.ts'
import { ipKeysOf, type ProfileKeys, profileKeys } from './keys.ts'
import { uuid5 } from './uuid.ts'

/** A profile of a link. */
export class Profile extends IniDocument<ProfileKeys, 'keyfile'> {
  readonly uuid: string

  constructor(name: string, link: Link, ledger: Ledger) {
    super(
      { path: `/etc/NetworkManager/system-connections/${name}.nmconnection`, mode: '0600' },
      profileKeys,
      ledger,
      'shared/ini',
      ipKeysOf(link),
    )
    this.uuid = uuid5(name)
  }
}

export type Group = keyof ProfileKeys & string
export type KeyOf<G extends Group> = ProfileKeys[G][number]

/** The UUID of a link's first profile. */
export const uuidOf = ({ all: [profile] }: Profiles): string => profile?.uuid ?? ''

/** NetworkManager's id of a profile, as its file is called. */
export const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.nmconnection$/, '')

/** The profiles of one link: one, but a Wi-Fi station has one for each access point, with the same device and addresses in all of them. */
export class Profiles {
  readonly all: readonly Profile[]
  private readonly ledger: Ledger

  constructor(all: readonly Profile[], ledger: Ledger) {
    this.all = all
    this.ledger = ledger
  }

  set<G extends Group>(group: G, key: KeyOf<G>, text: Text<'keyfile'>, leaf: Leaf<unknown>): Receipt {
    for (const profile of this.all) profile.section(group).set(key, text, leaf)
    return this.ledger.placed(leaf)
  }

  /** One more item of a list; the item brings its separator, unless the list has commas. */
  append<G extends Group>(group: G, key: KeyOf<G>, text: Text<'keyfile'>, leaf: Leaf<unknown>, separator = ''): Receipt {
    for (const profile of this.all) profile.section(group).append(key, text, leaf, separator)
    return this.ledger.placed(leaf)
  }

  /** A line that no leaf asks for. */
  put<G extends Group>(group: G, key: KeyOf<G>, text: Text<'keyfile'>, why: string): void {
    for (const profile of this.all) profile.section(group).put(key, text, why)
  }

  /** A comment at the top of each profile, once. */
  comment(line: string): void {
    for (const { comments } of this.all) if (!comments.includes(line)) comments.push(line)
  }
}
