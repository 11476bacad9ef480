import type { Step } from '../../diagnostics/fix.ts'
import type { Path } from '../../model/leaf.ts'
import type { Rule } from '../rule.ts'

/** netplan warns of the two since 0.103, and its documentation says that they will go. A default route says the same. */
export const gatewayDeprecated: Rule = (network, report) => {
  for (const link of network.links)
    for (const { via } of link.routes) {
      const [path] = via?.origins ?? []
      const key = path?.at(-1)
      if (via === undefined || path === undefined || (key !== 'gateway4' && key !== 'gateway6')) continue
      report.add('gateway-deprecated', { key, gateway: via.value.text }, { place: { path, key: true }, fix: asRoute(path, via.value.text) })
    }
}

const asRoute = (path: Path, via: string): readonly Step[] => [
  { do: 'append', path: [...path.slice(0, -1), 'routes'], value: { to: 'default', via } },
  { do: 'remove', path },
]
