import { lost } from './handlers.ts'
import { type At, absent, type Handler } from './target.ts'

/** The kernel has no way to give it another one (drivers/net/ipvlan/ipvlan_main.c, ipvlan_netdev_ops). */
const reason = absent('an ipvlan has the MAC of the device that it is on', 'take it out, or make it one of `macvlans`')

/** The MAC fields of an ipvlan, on every target. */
export const macOfLower = <D, R>(): Readonly<Record<'mac' | 'macPolicy', Handler<unknown, D, At<R, D>>>> => ({
  mac: lost<D, R, D>(reason),
  macPolicy: lost<D, R, D>(reason),
})
