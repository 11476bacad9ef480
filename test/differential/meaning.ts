import { fileName } from '../../src/side/names.ts'
import { netdevFacts } from './read-netdev.ts'
import { networkFacts } from './read-network.ts'
import { profileFacts } from './read-profile.ts'
import { linkFacts, rulesFacts } from './read-udev.ts'
import { deviceFacts, dispatcherFacts, sysctlFacts, wantedFacts, wpaService } from './read-unit.ts'
import { wpaFacts } from './read-wpa.ts'
import type { Fact, TextFile } from './semantic.ts'

/** The kinds of files that are compared: how they are called, and how they are read. */
const kinds: readonly (readonly [RegExp, (device: string, content: string, uuids: ReadonlyMap<string, string>) => readonly Fact[]])[] = [
  [/\/systemd\/network\/(?:10-netplan|0[0-9]-netglot)-(.+)\.network$/, networkFacts],
  [/\/systemd\/network\/(?:10-netplan|0[0-9]-netglot)-(.+)\.netdev$/, netdevFacts],
  [/\/systemd\/network\/(?:10-netplan|0[0-9]-netglot)-(.+)\.link$/, linkFacts],
  [/\/udev\/rules\.d\/(?:99-netplan|85-netglot)-(.+)\.rules$/, rulesFacts],
  [/\/netplan\/wpa-(.+)\.conf$/, wpaFacts],
  [/\/wpa_supplicant\/wpa_supplicant-(?:wired-)?(.+)\.conf$/, wpaFacts],
  [/\/system-connections\/(?:netplan|netglot)-(.+)\.nmconnection$/, profileFacts],
  [/\/conf\.d\/90-netglot-(.+)\.conf$/, deviceFacts],
  [/\/dispatcher\.d\/pre-up\.d\/90-netglot-(.+)$/, dispatcherFacts],
  [/\/sysctl\.d\/90-netglot-(.+)\.conf$/, sysctlFacts],
  [/\/run\/systemd\/system\/netplan-wpa-(.+)\.service$/, wpaService],
  [/\/multi-user\.target\.d\/netglot-(.+)\.conf$/, wantedFacts],
]

/** Which devices lldpd speaks on. */
const lldp = /\/lldpd\.d\/netglot\.conf$/

/** Files that are read for no device: what they say is no part of the comparison, and docs/netplan-differences.md says why. */
const passedOver = [
  /\/udev\/rules\.d\/90-netplan\.rules$/,
  /\/run\/NetworkManager\/conf\.d\/(10-globally-managed-devices|netplan)\.conf$/,
  /\/etc\/udev\/rules\.d\/90-netglot\.rules$/,
  /\/etc\/NetworkManager\/conf\.d\/89-netglot-unmanaged\.conf$/,
  // test/consumers/openvswitch.test.ts runs them, and compares what they made.
  /\/netplan-ovs-.+\.service$/,
  /\/netglot-(.+-ovs|openvswitch-global)\.service$/,
  /\/netglot-openvswitch\.conf$/,
  /\/udev\/rules\.d\/99-sriov-netplan-setup\.rules$/,
  /\/netplan-sriov-(apply|rebind)\.service$/,
  /\/netglot-.+-(sriov|filter|rebind)\.service$/,
  /\/systemd-networkd-wait-online\.service\.d\/10-netplan\.conf$/,
]

/** The unit that tells the kernel the country, for all radios of the machine. */
const country = /\/(netplan-regdom|netglot-regulatory-domain)\.service$/

/** The definition that a part of a file name stands for: its id, or its id and the name of a network. */
const deviceOf = (stem: string, ids: readonly string[]): string => {
  const exact = ids.find(id => stem === id || stem === fileName(id))
  if (exact !== undefined) return exact
  return ids.filter(id => stem.startsWith(`${id}-`)).sort((a, b) => b.length - a.length)[0] ?? stem
}

const uuidsOf = (files: readonly TextFile[], ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(({ path, content }) => {
      const [, uuid] = /^uuid=(\S+)$/m.exec(content) ?? []
      const [, stem] = /\/system-connections\/(?:netplan|netglot)-(.+)\.nmconnection$/.exec(path) ?? []
      return uuid === undefined || stem === undefined ? [] : [[uuid, deviceOf(stem, ids)] as const]
    }),
  )

/** What the files of one side say about the definitions. A file of a kind that nobody reads is an error of the test. */
export function meaningOf(files: readonly TextFile[], ids: readonly string[]): readonly Fact[] {
  const uuids = uuidsOf(files, ids)
  return files.flatMap(({ path, content }) => {
    for (const [pattern, read] of kinds) {
      const [, stem] = pattern.exec(path) ?? []
      if (stem !== undefined) return read(deviceOf(stem, ids), content, uuids)
    }
    if (country.test(path)) return ids.map(device => ({ device, place: 'country', value: /reg set (\S+)/.exec(content)?.[1] ?? '' }))
    if (lldp.test(path))
      return (/pattern (\S+)/.exec(content)?.[1] ?? '').split(',').map(device => ({ device, place: 'lldp', value: 'yes' }))
    if (passedOver.some(pattern => pattern.test(path))) return []
    throw new Error(`nothing reads ${path}`)
  })
}
