import type { Section } from './ini-sections.ts'
import { whole } from './systemd-values.ts'

/** The scope that networkd gives a route that says none (src/network/networkd-route.c). */
const scopeOf = (type: string, gateway: string | undefined): string => {
  if (type === 'local' || type === 'nat') return 'host'
  return type === 'broadcast' || type === 'multicast' || type === 'anycast' || (type === 'unicast' && gateway === undefined)
    ? 'link'
    : 'global'
}

/**
 * A route with networkd's own defaults left out. It takes a gateway for on-link where the link has no static address. IPv6 has no scopes, and a
 * metric of 1024 where none is said.
 */
export function routeOf(section: Section, hasAddress: boolean): string {
  const entries = new Map(section.entries)
  const gateway = entries.get('Gateway')
  const six = [...entries.values()].some(value => value.includes(':'))
  const onLink = gateway !== undefined && !hasAddress ? 'yes' : 'no'
  const defaults: Readonly<Record<string, string>> = {
    Type: 'unicast',
    Scope: scopeOf(entries.get('Type') ?? 'unicast', gateway),
    GatewayOnLink: onLink,
    Metric: six ? '1024' : '0',
    Table: '254',
  }
  return whole(section, (key, value) => value === defaults[key] || (six && key === 'Scope') || (key === 'Table' && value === 'main'))
}
