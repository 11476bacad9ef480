import { check } from '../description/check.ts'
import { parse } from '../description/parse.ts'
import type { Source } from '../description/source.ts'
import type { Variables } from '../description/substitute.ts'
import { Report } from '../diagnostics/report.ts'
import type { Link } from '../model/network.ts'
import { normalise } from '../normalise/index.ts'

/** The names by which the described devices are known to the kernel, before and after a renaming. */
export interface Devices {
  readonly all: readonly string[]
  /** The MACs by which NICs and radios are described, each with what the device is called then. */
  readonly macs: readonly (readonly [mac: string, name: string])[]
  /** Network cards that are there without anybody making them. */
  readonly nics: readonly string[]
  readonly radios: readonly string[]
  readonly bridges: readonly string[]
  /** Bridges that have a TAP as a port. */
  readonly guestBridges: readonly string[]
  /** The TAPs that are ports of a bridge. */
  readonly guestTaps: readonly string[]
}

/** Reads the description again, when somebody first wants to know. */
export function describedDevices(source: Source, variables?: Variables): () => Devices {
  let devices: Devices | undefined
  return () => {
    devices ??= devicesOf(source, variables)
    return devices
  }
}

function devicesOf(source: Source, variables: Variables | undefined): Devices {
  const report = new Report()
  const parsed = parse(source, report, variables)
  const description = parsed && check(parsed, report)
  const links = (description && normalise(description, report))?.links ?? []
  const named = (wanted: readonly Link[]): readonly string[] => [...new Set(wanted.flatMap(namesOf))].filter(name => !/[*?[]/.test(name))
  const taps = links.filter(({ kind, controller }) => kind === 'tap' && controller !== undefined)
  return {
    all: named(links),
    macs: links.flatMap(macOf),
    nics: named(links.filter(({ kind }) => kind === 'ethernet')),
    radios: named(links.filter(({ kind }) => kind === 'wifi')),
    bridges: named(links.filter(({ kind }) => kind === 'bridge')),
    guestBridges: [...new Set(taps.flatMap(({ controller }) => controller ?? []))],
    guestTaps: named(taps),
  }
}

const macOf = (link: Link): Devices['macs'] => {
  const mac = 'match' in link ? link.match?.mac?.value : undefined
  return mac === undefined ? [] : [[mac, link.interface?.value ?? link.id]]
}

const namesOf = (link: Link): readonly string[] => {
  const matched = 'match' in link ? link.match?.name?.value : undefined
  return [link.interface?.value, matched].filter(name => name !== undefined)
}
