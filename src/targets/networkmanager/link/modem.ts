import type { Leaf } from '../../../model/leaf.ts'
import type { Match, Modem } from '../../../model/network.ts'
import type { Codec } from '../../codec.ts'
import { implied, lost, nested, when } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { escaped, integer, word, yesNo } from '../format.ts'
import type { NmAt, NmHandler } from '../handlers.ts'
import { common } from './common.ts'
import { matchName, several } from './match.ts'

/** Why a modem can't have what network cards have. */
export const byPort = absent(
  'NetworkManager knows a modem by its control port, such as cdc-wdm0, and finds the network interface beside it later',
  'take it out; `device-id` and `sim-id` tell modems apart',
)

/** A line of [gsm] or [cdma]. */
const line =
  <T>(key: string, codec: Codec<T, 'keyfile'>): NmHandler<T> =>
  (leaf, docs, { link, context }) => {
    for (const profile of docs.profiles.all) profile.free((link as Modem).technology).set(key, codec.print(leaf.value), leaf)
    return context.ledger.placed(leaf)
  }

const matchFields: Fields<Match, Docs, NmAt> = {
  all: (leaf: Leaf<true>, docs: Docs) => several(leaf, docs),
  name: matchName,
  mac: lost(byPort),
  drivers: lost(byPort),
}

export const modem = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  mac: lost(byPort),
  macPolicy: lost(byPort),
  mtu: line('mtu', integer),
  alias: lost(byPort),
  ipv4Forwarding: lost(byPort),
  ipv6Forwarding: lost(byPort),
  ipv4ProxyArp: lost(byPort),
  ipv6ProxyNdp: lost(byPort),
  autoConfig: when(leaf => leaf.value, line('auto-config', yesNo), implied('it is off where nothing is said')),
  apn: line('apn', word),
  username: line('username', escaped),
  password: line('password', escaped),
  number: line('number', escaped),
  networkId: line('network-id', word),
  deviceId: line('device-id', escaped),
  pin: line('pin', escaped),
  simId: line('sim-id', escaped),
  simOperatorId: line('sim-operator-id', word),
} satisfies Fields<Modem, Docs, NmAt>
