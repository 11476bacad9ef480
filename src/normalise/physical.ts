import type { EthernetDescription, WifiDescription } from '../description/schema/index.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { Address, Ethernet, Match, Offloads, PhysicalLink } from '../model/network.ts'
import { wiredAuthentication } from './authentication.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { refuseName } from './names.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'
import { sriov } from './sriov.ts'

type Physical = EthernetDescription | WifiDescription

/** A NIC. */
export const ethernet = (definition: Definition<EthernetDescription>, scope: Scope): Ethernet => {
  for (const trigger of definition.place.items('wakeonwlan')) scope.noEffect(trigger, 'a NIC has no radio that could wake the machine')
  const link = physicalLink('ethernet', definition, scope)
  return Object.assign(link, {
    kind: 'ethernet' as const,
    addresses: link.interface?.value === 'lo' ? withoutKernels(link.addresses, scope) : link.addresses,
    auth: wiredAuthentication(definition.place.place('auth'), scope),
    ...sriov(definition, scope),
    infinibandMode: definition.place.leaf('infiniband-mode'),
  })
}

/** What the kernel gives `lo` itself when it is brought up is left to it: where it is set again, networkd and ifupdown fail, and all that comes after. */
function withoutKernels(addresses: readonly Address[], scope: Scope): readonly Address[] {
  const own = addresses.filter(({ address, label }) => label === undefined && ['127.0.0.1/8', '::1/128'].includes(address.value.text))
  for (const { address } of own) scope.noEffect(address, 'the kernel gives lo this address by itself')
  return addresses.filter(address => !own.includes(address))
}

/** The keys of devices that the kernel finds. */
export function physicalLink(kind: 'ethernet' | 'wifi', { id, place, renderer }: Definition<Physical>, scope: Scope): PhysicalLink {
  const match = matchOf(place)
  const setName = place.leaf('set-name')
  refuseSetName(place, scope)
  const name = interfaceOf(id, place, match, setName)
  if (name !== undefined) refuseName(setName ?? name, scope.report)
  return Object.assign(commonLink(id, kind, place, scope), {
    renderer,
    interface: name,
    macFrom: undefined,
    optional: place.leaf('optional') ?? silent(false),
    match,
    setName,
    wakeOnLan: place.leaf('wakeonlan'),
    offloads: offloadsOf(place),
    emitLldp: place.leaf('emit-lldp'),
  })
}

/** Something has to say which device gets the name. */
export const refuseSetName = (place: Place<Physical>, scope: Scope): void => {
  if (place.value['set-name'] !== undefined && place.value.match === undefined)
    scope.report.add('set-name-without-match', {}, { place: { path: place.at('set-name') } })
}

const offloadsOf = (place: Place<Physical>): Offloads => ({
  receiveChecksum: place.leaf('receive-checksum-offload'),
  transmitChecksum: place.leaf('transmit-checksum-offload'),
  tcpSegmentation: place.leaf('tcp-segmentation-offload'),
  tcp6Segmentation: place.leaf('tcp6-segmentation-offload'),
  genericSegmentation: place.leaf('generic-segmentation-offload'),
  genericReceive: place.leaf('generic-receive-offload'),
  largeReceive: place.leaf('large-receive-offload'),
})

/** The kernel's name: what `set-name` gives, else what `match` names without a wildcard, else the id. */
export const interfaceOf = (
  id: string,
  place: Place<object>,
  match: Match | undefined,
  setName: Leaf<string> | undefined,
): Leaf<string> | undefined => {
  if (setName !== undefined) return new Leaf(setName.value, [place.path])
  if (match === undefined) return new Leaf(id, [place.path])
  return match.name !== undefined && !/[*?[\]]/.test(match.name.value) ? match.name : undefined
}

export const matchOf = (place: Place<Pick<Physical, 'match'>>): Match | undefined => {
  const d = place.place('match')
  if (d === undefined) return undefined
  const driver = d.value.driver
  return {
    all: Object.keys(d.value).length === 0 ? new Leaf(true as const, [d.path]) : undefined,
    name: d.leaf('name'),
    mac: d.leaf('macaddress'),
    drivers:
      typeof driver === 'string' ? [new Leaf(driver, [d.at('driver')])] : (driver ?? []).map((g, i) => new Leaf(g, [d.at('driver', i)])),
  }
}
