import { sectionsOf } from './ini-sections.ts'
import type { Fact } from './semantic.ts'

/** netplan makes a service for each wpa_supplicant; we want Debian's own. */
export const wpaService = (device: string): readonly Fact[] => [{ device, place: 'service/wpa_supplicant', value: 'started' }]

/** A drop-in of ours that wants something. */
export const wantedFacts = (device: string, content: string): readonly Fact[] =>
  [...content.matchAll(/^Wants=(.+)$/gm)].map(([, unit = '']) =>
    /^wpa_supplicant(-wired)?@.+\.service$/.test(unit)
      ? { device, place: 'service/wpa_supplicant', value: 'started' }
      : { device, place: 'service', value: unit },
  )

/** What NetworkManager's configuration says about one device. */
export const deviceFacts = (device: string, content: string): readonly Fact[] =>
  sectionsOf(content).flatMap(({ entries }) =>
    entries.filter(([key]) => key !== 'match-device').map(([key, value]) => ({ device, place: `conf.d/${key}`, value })),
  )

/** What a script of NetworkManager's dispatcher does for its device. */
export const dispatcherFacts = (device: string, content: string): readonly Fact[] =>
  [...content.matchAll(/^(bridge .+)$/gm)].map(([, value = '']) => ({ device, place: 'dispatcher', value }))

/** Settings of the kernel. */
export const sysctlFacts = (device: string, content: string): readonly Fact[] =>
  [...content.matchAll(/^([^#\s]\S*)\s*=\s*(.+)$/gm)].map(([, key = '', value = '']) => ({ device, place: `sysctl/${key}`, value }))
