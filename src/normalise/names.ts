import type { Report } from '../diagnostics/report.ts'
import { Leaf } from '../model/leaf.ts'
import type { Place } from './place.ts'

/**
 * Why a text can't be the name of an interface; undefined when it can.
 * The kernel takes more (net/core/dev.c, dev_valid_name); this is what every target takes: systemd-networkd refuses `:`, `/`, `%` and all
 * digits, wicked wants a letter or a digit first, and a shell must never see more than these characters.
 */
export function refusedName(name: string): string | undefined {
  if (name.length > 15) return `it has ${name.length} characters, and the kernel takes 15`
  if (!/^[A-Za-z0-9._-]+$/.test(name)) return 'it has characters other than ASCII letters, digits, dots, dashes and underscores'
  if (!/^[A-Za-z0-9]/.test(name)) return 'it begins with neither a letter nor a digit'
  if (/^\d+$/.test(name)) return 'a number alone would be taken for an interface index'
  return name === 'all' || name === 'default' ? 'the kernel uses this word for all interfaces in its sysctls' : undefined
}

/** For eno12345678.1234, which only the suffix makes too long: the name of the VLAN by itself. */
const shorterVlan = (name: string): string | undefined => {
  const [, of = '', id = ''] = /^(.+)\.(\d{1,4})$/.exec(name) ?? []
  return id === '' || refusedName(of) !== undefined ? undefined : `vlan${id}`
}

/** Reports a name that no interface can have. */
export function refuseName(name: Leaf<string>, report: Report): void {
  const why = refusedName(name.value)
  const [path] = name.origins
  if (why !== undefined && path !== undefined)
    report.add('bad-interface-name', { name: name.value, why, vlan: shorterVlan(name.value) }, { place: { path, key: true } })
}

/** The name of a device that the kernel makes: the definition's. */
export function madeName(id: string, place: Place<object>, report: Report): Leaf<string> {
  const name = new Leaf(id, [place.path])
  refuseName(name, report)
  return name
}
