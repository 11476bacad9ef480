import type { Common, RaOverridesDescription } from '../description/schema/index.ts'
import type { Leaf } from '../model/leaf.ts'
import { leavesOf } from '../model/leaves.ts'
import type { LinkBase, RaOverrides } from '../model/network.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** What decides whether a key of IPv6 means something. */
interface Circumstances {
  /** A port has no IPv6 of its own. */
  readonly isPort: boolean
  readonly takesRa: boolean
}

type Ipv6 = Pick<LinkBase, 'raOverrides' | 'ipv6Generation' | 'ipv6Token' | 'ipv6Mtu'>

/** How IPv6 addresses are made, and what router advertisements may change. */
export function ipv6(d: Place<Common>, { isPort, takesRa }: Circumstances, scope: Scope): Ipv6 {
  refuseBoth(d, scope)
  const overrides = d.place('ra-overrides')
  const idleOnPort = isPort && 'a port has no IPv6 of its own'
  const idleWithoutRa = idleOnPort || (!takesRa && 'no router advertisements are accepted')
  return {
    raOverrides: effective(overrides && readOverrides(overrides), idleWithoutRa, scope),
    ipv6Generation: effective(d.leaf('ipv6-address-generation'), idleOnPort, scope),
    ipv6Token: effective(d.leaf('ipv6-address-token'), idleWithoutRa, scope),
    ipv6Mtu: effective(d.leaf('ipv6-mtu'), idleOnPort, scope),
  }
}

/** The part, where nothing keeps it from having an effect. */
const effective = <T extends Leaf<unknown> | RaOverrides>(part: T | undefined, idle: string | false, scope: Scope): T | undefined => {
  if (idle === false) return part
  for (const leaf of leavesOf(part)) scope.noEffect(leaf, idle)
  return undefined
}

const readOverrides = (d: Place<RaOverridesDescription>): RaOverrides => ({
  useDns: d.leaf('use-dns'),
  useDomains: d.leaf('use-domains'),
  table: d.leaf('table'),
})

const refuseBoth = (d: Place<Common>, scope: Scope): void => {
  if (d.value['ipv6-address-generation'] === undefined || d.value['ipv6-address-token'] === undefined) return
  const related = [{ message: 'the other one is here', place: { path: d.at('ipv6-address-generation'), key: true } }]
  scope.report.add('token-and-generation', {}, { place: { path: d.at('ipv6-address-token'), key: true }, related })
}
