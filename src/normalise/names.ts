import type { Report } from '../diagnostics/report.ts'
import { Leaf } from '../model/leaf.ts'
import { refusedName } from '../model/refused-name.ts'
import type { Place } from './place.ts'

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
