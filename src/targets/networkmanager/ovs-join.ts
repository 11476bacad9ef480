import type { Leaf } from '../../model/leaf.ts'
import { isOvs, linkOf, type OvsSetting } from '../../model/network.ts'
import { since } from '../handlers.ts'
import { setKey, tableOf } from '../openvswitch/command.ts'
import { value } from '../target.ts'
import { text } from '../text.ts'
import type { Docs, Root } from './documents.ts'
import { escaped, word } from './format.ts'
import type { NmHandler } from './handlers.ts'
import { noPlugin } from './no-plugin.ts'
import type { Profile } from './profiles.ts'

/** A part that each such device has. */
export function ovsPart<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('that is no device of Open vSwitch’s')
  return part
}

/** Puts a profile into another, by its UUID: bridge, port and interface may have one name. */
export function ovsJoin(profile: Profile, type: 'ovs-bridge' | 'ovs-port', uuid: string, leaf: Leaf<unknown>): void {
  const section = profile.section('connection')
  section.set('master', text('keyfile', uuid), leaf)
  section.set('slave-type', text('keyfile', type), leaf)
}

/** A bridge brings up its ports, and a port its interfaces. */
export const bringsPorts = (profile: Profile): void =>
  profile.section('connection').put('autoconnect-slaves', text('keyfile', '1'), 'what it is made of comes up with it')

/** nm_setting_ovs_external_ids_check_key: what else is in a key makes libnm refuse the whole profile. */
const badKey = value(
  'NetworkManager takes no such key, nor one that begins with `NM.`',
  'name it with letters, digits, dots, dashes and underscores',
)

const isPlain = (key: string): boolean => /^[\w.-]{1,255}$/.test(key) && !key.startsWith('NM.')

/** What Open vSwitch’s database says of the device: of the bridge, of the port that a bond is, else of the interface. */
export const ovsSetting: NmHandler<OvsSetting> = (leaf, docs, at) => {
  const { link, context } = at
  const { column, key, value } = leaf.value
  const isPart = isOvs(link) || (link.controller !== undefined && isOvs(linkOf(context.network, link.controller)))
  if (!isPart) return context.ledger.lose(leaf, noPlugin)
  const isOld = column === 'other-config' && !context.since('1.42')
  if ((isOld || !isPlain(key)) && docs.ovs.unit !== undefined)
    return docs.ovs.unit.run(setKey(tableOf(link), link.id, column, key, value), leaf)
  return isPlain(key) ? inProfile(leaf, docs, at) : context.ledger.lose(leaf, badKey)
}

const inProfile: NmHandler<OvsSetting> = (leaf, docs, at) =>
  leaf.value.column === 'other-config' ? sinceOtherConfig(leaf, docs, at) : write(leaf, docs, at)

const write: NmHandler<OvsSetting> = (leaf, docs, { link, context }) => {
  const { column, key, value } = leaf.value
  for (const profile of link.kind === 'ovs-bridge' ? [ovsPart(docs.ovs.bridge)] : docs.profiles.all)
    profile.free(`ovs-${column}`).set(`data.${word.print(key)}`, escaped.print(value), leaf)
  return context.ledger.placed(leaf)
}

const sinceOtherConfig = since<OvsSetting, Docs, Root, Docs>('1.42', write, '`other-config` of a port')
