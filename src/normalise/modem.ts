import type { ModemDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { Modem } from '../model/network.ts'
import { idle, secret } from './authentication.ts'
import type { Definition } from './definitions.ts'
import { idleKeys } from './idle-keys.ts'
import { commonLink } from './link.ts'
import { refuseName } from './names.ts'
import { interfaceOf, matchOf, refuseSetName } from './physical.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

const own = ['match', 'auto-config', 'apn', 'username', 'password', 'number', 'network-id', 'device-id', 'pin', 'sim-id', 'sim-operator-id']

/** A modem of a mobile network, which only NetworkManager has. */
export function modem({ id, place, renderer }: Definition<ModemDescription>, scope: Scope): Modem {
  if (scope.references.rendererOf(id) !== 'NetworkManager')
    scope.report.add(
      'modem-without-manager',
      { id },
      {
        place: { path: place.path, key: true },
        fix: [{ do: 'set', path: [...place.path, 'renderer'], value: 'NetworkManager' }],
      },
    )
  refuseSetName(place, scope)
  idleKeys(place, own, 'it is for network cards, and a modem is found by its control port', scope)
  const match = matchOf(place)
  const name = interfaceOf(id, place, match, undefined)
  if (name !== undefined) refuseName(name, scope.report)
  return {
    kind: 'modem',
    ...commonLink(id, 'modem', place, scope),
    renderer,
    interface: name,
    macFrom: undefined,
    optional: place.leaf('optional') ?? silent(false),
    match,
    ...subscription(place, scope),
    networkId: place.leaf('network-id'),
    deviceId: place.leaf('device-id'),
    pin: secret(place.leaf('pin')),
    simId: place.leaf('sim-id'),
    simOperatorId: place.leaf('sim-operator-id'),
  }
}

type Subscription = Pick<Modem, 'technology' | 'autoConfig' | 'apn' | 'username' | 'password' | 'number'>

/** netplan's rules (its src/nm.c), but for a modem of which nothing is said: netplan takes it for CDMA, and libnm refuses what it writes. */
const subscription = (d: Place<ModemDescription>, scope: Scope): Subscription => {
  const written = d.leaf('auto-config')
  const who = { apn: d.leaf('apn'), username: d.leaf('username'), password: secret(d.leaf('password')) }
  const number = d.leaf('number')
  const unsaid = Object.values(who).every(leaf => leaf === undefined)
  if (!isGsm(d) && !(unsaid && number === undefined))
    return { technology: 'cdma', autoConfig: written, ...who, number: number ?? silent('#777') }
  if (written?.value === true) idle(who, '`auto-config` finds it out', scope)
  if (written?.value === true || !unsaid) return { technology: 'gsm', autoConfig: written, ...(written?.value ? nobody : who), number }
  if (written !== undefined) scope.noEffect(written, 'without `apn`, `username` and `password` the modem finds out itself')
  return { technology: 'gsm', autoConfig: silent(true), ...nobody, number }
}

const nobody = { apn: undefined, username: undefined, password: undefined }

const isGsm = ({ value }: Place<ModemDescription>): boolean =>
  value['auto-config'] === true ||
  (['apn', 'device-id', 'network-id', 'pin', 'sim-id', 'sim-operator-id'] as const).some(key => value[key] !== undefined)
