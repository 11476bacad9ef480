import type { Match, Modem } from '../../../model/network.ts'
import { implied, lost, nested, when } from '../../handlers.ts'
import { byPort } from '../../networkmanager/link/modem.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word, yesNo } from '../format.ts'
import { key, type NetplanAt } from '../handlers.ts'
import { type DefinitionKey, matchKeys } from '../keys.ts'
import { common } from './common.ts'

const line = (name: DefinitionKey) => key(name, word)

const matchFields: Fields<Match, Docs, NetplanAt> = {
  all: (leaf, { definition }) => definition.set('match', text('yaml', '{}'), leaf),
  name: (leaf, { definition }) => definition.below('match', matchKeys).set('name', word.print(leaf.value), leaf),
  mac: lost(byPort),
  drivers: lost(byPort),
}

/** `auto-config: true` makes it GSM, of whatever else is said. */
export const modem = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  mac: lost(byPort),
  macPolicy: lost(byPort),
  alias: lost(byPort),
  ipv4Forwarding: lost(byPort),
  ipv6Forwarding: lost(byPort),
  ipv4ProxyArp: lost(byPort),
  ipv6ProxyNdp: lost(byPort),
  autoConfig: when(leaf => leaf.value, key('auto-config', yesNo), implied('it is off beside what the operator wants to know')),
  apn: line('apn'),
  username: line('username'),
  password: line('password'),
  number: line('number'),
  networkId: line('network-id'),
  deviceId: line('device-id'),
  pin: line('pin'),
  simId: line('sim-id'),
  simOperatorId: line('sim-operator-id'),
} satisfies Fields<Modem, Docs, NetplanAt>
