import type { Leaf } from '../model/leaf.ts'
import { deviceType, type Link, type Match } from '../model/network.ts'
import type { Context } from '../targets/context.ts'
import { IniDocument, type Section } from '../targets/documents/ini.ts'
import { text } from '../targets/text.ts'
import { fileName } from './names.ts'
import { offloadKeys } from './offloads.ts'

/** What netglot writes into .link files (systemd.link(5)). */
const vocabulary = {
  Match: ['OriginalName', 'MACAddress', 'PermanentMACAddress', 'Driver', 'Type'],
  Link: ['NamePolicy', 'Name', 'AlternativeNamesPolicy', 'MACAddressPolicy', 'WakeOnLan', ...offloadKeys, 'SR-IOVVirtualFunctions'],
} as const

export type LinkDocument = IniDocument<typeof vocabulary>

/**
 * The .link file of a device; made when it isn't there yet, since only the first file that matches applies. `Type` keeps it from bridges,
 * VLANs and bonds that carry the NIC's MAC.
 */
export function linkFile<R, D>(link: Link, context: Context<R, D>): LinkDocument {
  const path = `/etc/systemd/network/05-netglot-${fileName(link.id)}.link`
  const before = context.documents.find(document => document.path === path)
  if (before !== undefined) return before as unknown as LinkDocument
  const document = context.add(new IniDocument({ path }, vocabulary, context.ledger))
  const section = document.section('Match')
  if ('match' in link && link.match !== undefined) {
    matchLines(section, link.match, addressKey(context))
    section.put('Type', text('ini', deviceType(link)), 'keeps the file from a bridge that carries the same MAC')
  }
  return document
}

/**
 * systemd passes over a key of [Match] that it does not know, and the file then matches every NIC: PermanentMACAddress= came with 245, SUSE's
 * releases with wicked go back to 228, and RHEL 8 has 239. `Type` keeps bridges with the same MAC out all the same.
 */
const addressKey = <R, D>(context: Context<R, D>): 'MACAddress' | 'PermanentMACAddress' =>
  context.spelling.target === 'suse' || context.olderThan('245') ? 'MACAddress' : 'PermanentMACAddress'

type MatchSection = Section<(typeof vocabulary)['Match'][number], 'ini'>

const matchLines = (section: MatchSection, match: Match, key: ReturnType<typeof addressKey>): void => {
  if (match.name !== undefined) section.set('OriginalName', text('ini', match.name.value), match.name)
  if (match.mac !== undefined) section.set(key, text('ini', match.mac.value), match.mac)
  for (const driver of match.drivers as readonly Leaf<string>[]) section.append('Driver', text('ini', driver.value), driver, ' ')
}

/**
 * Keeps the file of a device that is made from a NIC that has its name at first: the kernel calls NICs eth0 before udev renames them. `Type` is
 * the DEVTYPE of the kernel where it has one, and `Driver` that of `ethtool -i` (systemd.link(5)).
 */
export function matchKind(match: MatchSection, kind: Link['kind']): void {
  const driver = drivers[kind]
  if (types.has(kind)) match.put('Type', text('ini', kind), 'no NIC that has the name at first')
  else if (driver !== undefined) match.put('Driver', text('ini', driver), 'no NIC that has the name at first')
}

const types: ReadonlySet<Link['kind']> = new Set(['bridge', 'bond', 'vxlan', 'vlan'])
const drivers: Partial<Record<Link['kind'], string>> = {
  tap: 'tun',
  dummy: 'dummy',
  veth: 'veth',
  macvlan: 'macvlan',
  macvtap: 'macvlan',
  vrf: 'vrf',
}

/** What systemd's 99-default.link says: it no longer applies to a device that our file matches, so a file that renames nothing repeats it. */
export function keepDefaults(section: Section<(typeof vocabulary)['Link'][number], 'ini'>): void {
  if (section.has('NamePolicy')) return
  const why = 'the same as in 99-default.link, which this file replaces for the device'
  for (const [key, value] of Object.entries(defaults) as [keyof typeof defaults, string][])
    if (!section.has(key)) section.put(key, text('ini', value), why)
}

const defaults = {
  NamePolicy: 'keep kernel database onboard slot path',
  AlternativeNamesPolicy: 'database onboard slot path',
  MACAddressPolicy: 'persistent',
}
