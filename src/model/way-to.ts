import { holds, type Ip } from './address.ts'
import type { Route } from './network.ts'

/** Whether the route puts the gateway on the link, so that a route by that gateway has to come after it. */
export const isWayTo = ({ via, to, type }: Route, gateway: Ip): boolean =>
  via === undefined && type.value === 'unicast' && holds(to.value, gateway.text)
