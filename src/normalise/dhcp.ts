import type { Common, OverridesDescription } from '../description/schema/index.ts'
import { type Leaf, silent } from '../model/leaf.ts'
import { leavesOf } from '../model/leaves.ts'
import type { DhcpOverrides, LinkKind } from '../model/network.ts'
import { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** netplan's metrics for routes learned by DHCP (its src/networkd.c): 100, on Wi-Fi 600. What only NetworkManager has gets NetworkManager's. */
const metricOf = (kind: LinkKind): Leaf<number> | undefined =>
  kind === 'modem' || kind === 'nm-device' ? undefined : silent(kind === 'wifi' ? 600 : 100)

/** The overrides of a DHCP that is on. Those of one that is off have no effect. */
export function overrides(
  d: Place<Common>,
  key: 'dhcp4-overrides' | 'dhcp6-overrides',
  kind: LinkKind,
  scope: Scope,
): DhcpOverrides | undefined {
  const on = d.value[key === 'dhcp4-overrides' ? 'dhcp4' : 'dhcp6'] === true
  if (!on && d.value[key] === undefined) return undefined
  const place = d.place(key) ?? new Place<OverridesDescription>({}, d.at(key))
  const read = readOverrides(place)
  if (on) return { ...read, routeMetric: read.routeMetric ?? metricOf(kind) }
  for (const leaf of leavesOf(read)) scope.noEffect(leaf, `${key.slice(0, 5)} is off`)
  return undefined
}

const readOverrides = (d: Place<OverridesDescription>): DhcpOverrides => ({
  useDns: d.leaf('use-dns'),
  useNtp: d.leaf('use-ntp'),
  useHostname: d.leaf('use-hostname'),
  useMtu: d.leaf('use-mtu'),
  useRoutes: d.leaf('use-routes'),
  useDomains: d.leaf('use-domains'),
  sendHostname: d.leaf('send-hostname'),
  hostname: d.leaf('hostname'),
  routeMetric: d.leaf('route-metric'),
})

/** netplan's networkd has one section for both and so refuses that they differ; its NetworkManager has one for each family. */
export function refuseDifferences(id: string, d: Place<Common>, scope: Scope): void {
  if (d.value.dhcp4 !== true || d.value.dhcp6 !== true) return
  const [four, six] = [d.place('dhcp4-overrides'), d.place('dhcp6-overrides')]
  if (four === undefined || six === undefined) return
  if (scope.references.rendererOf(id) !== 'networkd') return
  for (const key of Object.keys(four.value) as (keyof OverridesDescription)[]) {
    const [a, b]: readonly (Leaf<unknown> | undefined)[] = [four.leaf(key), six.leaf(key)]
    if (a === undefined || b === undefined || a.value === b.value) continue
    const related = [{ message: 'it has another value here', place: { path: four.at(key) } }]
    scope.report.add('overrides-differ', { key }, { place: { path: six.at(key) }, related })
  }
}
