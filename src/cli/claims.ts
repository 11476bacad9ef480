import { readFileSync } from 'node:fs'
import type { Devices } from './described.ts'
import { isOurs } from './is-ours.ts'
import type { InTheWay } from './obstacles.ts'
import { namesIn, placesBelow, statsOf } from './safe-path.ts'

/** A place where some network stack keeps its files. */
interface Place {
  readonly folder: string
  readonly stack: string
  readonly file: RegExp
  /** Whether the text of such a file claims the device. */
  readonly claims: (text: string, name: RegExp, file: string, device: string) => boolean
  /** The line that claims a device by its MAC, whatever it is called: cloud-init’s profiles do, so they outlast a renaming. */
  readonly macOn?: RegExp
}

const onLine =
  (start: RegExp) =>
  (text: string, name: RegExp): boolean =>
    text.split('\n').some(line => start.test(line) && name.test(line))

const anywhere = (text: string, name: RegExp): boolean => text.split('\n').some(line => !/^\s*#/.test(line) && name.test(line))
/** `Name=en* !enp9s0`: any of the patterns, and none with a `!` (systemd.network(5), [Match]). */
const matchesName = (text: string, _name: RegExp, _file: string, device: string): boolean =>
  text
    .split('\n')
    .flatMap(line => /^\s*Name\s*=(.*)$/.exec(line)?.[1] ?? [])
    .map(value => value.split(/\s+/).filter(word => word !== ''))
    .some(
      words =>
        words.some(word => globOf(word).test(device)) && !words.some(word => word.startsWith('!') && globOf(word.slice(1)).test(device)),
    )

/** A pattern of fnmatch(3). */
const globOf = (pattern: string): RegExp => {
  const source = pattern
    .replaceAll(/[.+^$(){}|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
    .replaceAll('[!', '[^')
  try {
    return new RegExp(`^${source}$`)
  } catch {
    // A bracket that nothing closes matches itself in fnmatch(3), and no interface is called that.
    return /(?!)/
  }
}

const networkd = {
  stack: 'systemd-networkd',
  file: /\.(?:network|netdev)$/,
  claims: matchesName,
  macOn: /^\s*(?:Permanent)?MACAddress\s*=/,
}
const ifupdown = { stack: 'ifupdown', claims: onLine(/^\s*(?:iface|auto|allow-\S+|bridge[_-]ports|wpa-iface)\s/) }
const ifcfg = {
  stack: 'ifcfg',
  file: /^ifcfg-/,
  claims: (text: string, name: RegExp, file: string, device: string): boolean =>
    file === `ifcfg-${device}` || onLine(/^\s*(?:DEVICE|BRIDGE_PORTS)\s*=/)(text, name),
  macOn: /^\s*HWADDR\s*=/,
}

const places: readonly Place[] = [
  { folder: '/etc/systemd/network', ...networkd },
  { folder: '/run/systemd/network', ...networkd },
  { folder: '/etc/network', file: /^interfaces$/, ...ifupdown },
  { folder: '/etc/network/interfaces.d', file: /^[^.].*(?<!~)$/, ...ifupdown },
  {
    folder: '/etc/NetworkManager/system-connections',
    stack: 'NetworkManager',
    file: /\.nmconnection$/,
    claims: onLine(/^\s*interface-name\s*=/),
    macOn: /^\s*mac-address\s*=/,
  },
  { folder: '/etc/sysconfig/network', ...ifcfg },
  { folder: '/etc/sysconfig/network-scripts', ...ifcfg },
  { folder: '/etc/netplan', stack: 'netplan', file: /\.yaml$/, claims: anywhere },
]

/** The files below a root by which some stack configures one of the devices; netglot's own not among them. */
export function claimsOf(devices: () => Pick<Devices, 'all' | 'macs'>, root: string): readonly InTheWay[] {
  const placeOf = placesBelow(root)
  return places.flatMap(place => filesOf(place, root).flatMap(name => claim(place, placeOf(`${place.folder}/${name}`), name, devices)))
}

const filesOf = ({ folder, file }: Place, root: string): readonly string[] => namesIn(root, folder).filter(name => file.test(name))

const claim = ({ stack, claims, macOn }: Place, path: string, name: string, devices: () => Pick<Devices, 'all' | 'macs'>): InTheWay[] => {
  if (isOurs(path) || !statsOf(path)?.isFile()) return []
  const { all, macs } = devices()
  const text = readFileSync(path, 'utf8')
  const named = all.filter(device => claims(text, wordOf(device), name, device))
  const byMac = macOn === undefined ? [] : macs.filter(([mac]) => onLine(macOn)(text, new RegExp(mac, 'i'))).map(([, device]) => device)
  const claimed = [...new Set([...named, ...byMac])]
  return claimed.length === 0 ? [] : [{ file: path, slug: 'in-the-way', why: `${stack} configures ${claimed.join(', ')} by it` }]
}

/** The name of a device as a word of its own. */
const wordOf = (device: string): RegExp => new RegExp(`(?<![\\w.-])${device.replaceAll(/[.[\]()+?^$|{}\\*]/g, '\\$&')}(?![\\w-])`)
