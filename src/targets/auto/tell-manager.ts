import type { Link, Match } from '../../model/network.ts'
import type { Context } from '../context.ts'
import { IniDocument } from '../documents/ini.ts'
import { LinesDocument } from '../documents/lines.ts'
import { text } from '../text.ts'

/** NetworkManager.conf(5). */
const vocabulary = { keyfile: ['unmanaged-devices', 'unmanaged-devices+'] } as const

/** Tells NetworkManager which devices are its own: by udev, as netplan does, and by its settings, which hold where udev has no say. */
export function tellManager<R, D>(context: Context<R, D>, foreign: readonly Link[], own: readonly Link[]): void {
  const rules = context.add(new LinesDocument<'udev'>({ path: '/etc/udev/rules.d/90-netglot.rules' }, context.ledger))
  const strangers = new Set(own.flatMap(link => (link.kind === 'loose-vlan' ? [link.parent.value] : [])))
  for (const name of strangers) rules.put(text('udev', line(named(name), 0)), 'a VLAN of NetworkManager’s is on it')
  // The last rule wins: those for one device come after those that may match several.
  for (const several of [true, false]) {
    for (const link of foreign.filter(l => matchesSeveral(l) === several))
      for (const line of rulesFor(link, 1)) rules.put(text('udev', line), `${link.id} is networkd’s`)
    for (const link of own.filter(l => matchesSeveral(l) === several))
      for (const line of rulesFor(link, 0)) rules.put(text('udev', line), `${link.id} is NetworkManager’s`)
  }
  unmanage(foreign, context)
  if (own.length > 0) letHaveNics(context)
  if (foreign.length > 0 && own.length > 0) {
    context.answer.step('reload', 'udev tells NetworkManager which devices are its own', 'udevadm', 'control', '--reload')
    const all = ['udevadm', 'trigger', '--settle', '--action=change', '--subsystem-match=net']
    context.answer.step('reload', 'the same for the devices that are there already', ...all)
    context.answer.step('reload', 'NetworkManager lets go of what is networkd’s', 'nmcli', 'general', 'reload', 'conf')
  }
}

const unmanage = <R, D>(links: readonly Link[], context: Context<R, D>): void => {
  const specs = links.flatMap(specOf)
  if (specs.length === 0) return
  const place = { path: '/etc/NetworkManager/conf.d/89-netglot-unmanaged.conf' }
  const file = context.add(new IniDocument<typeof vocabulary, 'keyfile'>(place, vocabulary, context.ledger))
  file.comments.push('What networkd configures is not NetworkManager’s.')
  file
    .section('keyfile')
    .put('unmanaged-devices+', text('keyfile', specs.join(';')), 'they are networkd’s; += adds to what other files say')
}

/** The settings that Ubuntu ships keep NICs from NetworkManager; a file of the same name in /etc stands in for them, as netplan's in /run does. */
const letHaveNics = <R, D>(context: Context<R, D>): void => {
  if (context.spelling.distribution?.keepsNicsFromManager !== true) return
  const place = { path: '/etc/NetworkManager/conf.d/10-globally-managed-devices.conf' }
  const file = context.add(new IniDocument<typeof vocabulary, 'keyfile'>(place, vocabulary, context.ledger))
  file.comments.push('Takes the place of the file in /usr/lib that lets NetworkManager have radios and modems only.')
  file.section('keyfile').put('unmanaged-devices', text('keyfile', ''), 'NetworkManager has NICs of its own here')
}

const line = (conditions: string, unmanaged: number): string =>
  `SUBSYSTEM=="net", ACTION=="add|change|move", ${conditions}, ENV{NM_UNMANAGED}="${unmanaged}"`

const named = (name: string): string => `ENV{ID_NET_NAME}=="${withoutSigns(name, /["\\|*?[\]]/g)}"`

/** By its name, which udev's own rules have found by then; a device that is still to be renamed, or has no known name, by what it is matched by. */
function rulesFor(link: Link, unmanaged: number): readonly string[] {
  const byName = link.interface === undefined ? [] : [named(link.interface.value)]
  const isRenamed = 'setName' in link && link.setName !== undefined
  const match = 'match' in link && (isRenamed || link.interface === undefined) ? link.match : undefined
  return [...byName, ...(match === undefined ? [] : [matched(match, link.kind)])].map(conditions => line(conditions, unmanaged))
}

/** What stands on hardware is no bridge, bond or VLAN that carries the MAC of a NIC. */
const matched = ({ all, name, mac, drivers }: Match, kind: Link['kind']): string =>
  [
    ...(kind === 'wifi' ? ['ENV{DEVTYPE}=="wlan"'] : all === undefined ? [] : ['ENV{DEVTYPE}!="?*"']),
    ...(all !== undefined || mac !== undefined ? ['DRIVERS=="?*"'] : []),
    ...(name === undefined ? [] : [`ENV{ID_NET_NAME}=="${withoutSigns(name.value, /["\\|]/g)}"`]),
    ...(mac === undefined ? [] : [`ATTR{address}=="${mac.value}"`]),
    ...(drivers.length === 0 ? [] : [`ENV{ID_NET_DRIVER}=="${drivers.map(driver => withoutSigns(driver.value, /["\\|]/g)).join('|')}"`]),
  ].join(', ')

/** A rule has no way to say these signs; each stands for itself among others then. */
const withoutSigns = (value: string, signs: RegExp): string => value.replaceAll(signs, '?')

/** A device as NetworkManager's lists have it; what may match several is for udev alone, which knows the order. */
function specOf(link: Link): readonly string[] {
  const name = link.interface?.value
  if (name !== undefined) return /^[A-Za-z0-9_.:@-]+$/.test(name) ? [`interface-name:${name}`] : []
  const match = 'match' in link ? link.match : undefined
  return match?.mac !== undefined && match.name === undefined && match.drivers.length === 0 ? [`mac:${match.mac.value}`] : []
}

export const matchesSeveral = (link: Link): boolean => link.interface === undefined && !('match' in link && link.match?.mac !== undefined)
