import { Report } from '../../src/diagnostics/report.ts'
import { readSpellings } from '../../src/targets/spelling.ts'
import type { Consumer } from './consumer.ts'
import { consumers as dispatcher } from './dispatcher.ts'
import { consumers as ifupdown } from './ifupdown.ts'
import { consumers as ifupdownNg } from './ifupdown-ng.ts'
import { consumers as ifupdown2 } from './ifupdown2.ts'
import { consumers as link } from './link.ts'
import { consumers as netplan } from './netplan.ts'
import { consumers as networkd } from './networkd.ts'
import { consumers as networkmanager } from './networkmanager.ts'
import { consumers as suse } from './suse.ts'
import { consumers as sysctl } from './sysctl.ts'
import { consumers as systemdUnit } from './systemd-unit.ts'
import { consumers as udev } from './udev.ts'
import { consumers as wireguard } from './wireguard.ts'
import { consumers as wpaSupplicant } from './wpa-supplicant.ts'

/** Every real program that reads what we write. */
export const consumers: readonly Consumer[] = [
  ...dispatcher,
  ...ifupdown,
  ...ifupdown2,
  ...ifupdownNg,
  ...link,
  ...netplan,
  ...networkd,
  ...networkmanager,
  ...suse,
  ...sysctl,
  ...systemdUnit,
  ...udev,
  ...wireguard,
  ...wpaSupplicant,
]

/** The stacks that a spelling stands for: `ifupdown@0.8.41` for debian-12, two for auto. */
const stacksOf = (spelling: string): readonly string[] =>
  readSpellings([spelling], new Report())
    .flatMap(asked => (asked.stacks.length > 0 ? asked.stacks : [asked]))
    .map(({ target, assumed }) => `${target}@${assumed}`)

/** The programs that read the files of a target's version. */
export const consumersOf = (spelling: string): readonly Consumer[] => {
  const stacks = stacksOf(spelling)
  return consumers.filter(({ target }) => target === '*' || stacks.includes(target))
}
