import type { EthernetDescription } from '../description/schema/index.ts'
import { Leaf, silent } from '../model/leaf.ts'
import { type NmDevice, type Renderer, settingOf } from '../model/network.ts'
import { refusedName } from '../model/refused-name.ts'
import { wiredAuthentication } from './authentication.ts'
import type { Definition } from './definitions.ts'
import { idleKeys } from './idle-keys.ts'
import { commonLink } from './link.ts'
import { refuseSetName } from './physical.ts'
import type { Scope } from './scope.ts'

/** A profile of NetworkManager of any type. netplan has NetworkManager take care of it whatever its renderer is said to be. */
export function nmDevice({ id, place, renderer }: Definition<EthernetDescription>, scope: Scope): NmDevice {
  const link = commonLink(id, 'nm-device', place, scope)
  if (settingOf(link.networkManager, 'connection.type') === undefined)
    scope.report.add('nm-device-without-type', { id }, { place: { path: place.path, key: true } })
  refuseSetName(place, scope)
  idleKeys(place, ['auth'], 'netplan passes over it in `nm-devices`; `passthrough` takes any setting', scope)
  if (renderer?.value === 'networkd') scope.noEffect(renderer, '`nm-devices` are always NetworkManager’s')
  return {
    kind: 'nm-device',
    ...link,
    renderer: renderer?.value === 'NetworkManager' ? renderer : silent<Renderer>('NetworkManager'),
    // Most ids are made of a UUID, and no kernel takes such a name: the profile is then for no device in particular.
    interface: refusedName(id) === undefined ? new Leaf(id, [place.path]) : undefined,
    macFrom: undefined,
    optional: place.leaf('optional') ?? silent(false),
    auth: wiredAuthentication(place.place('auth'), scope),
  }
}
