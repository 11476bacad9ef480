import { deviceType, type Ethernet, type Match, type PhysicalLink } from '../../../model/network.ts'
import { emitLldp } from '../../../side/lldp.ts'
import { type OffloadName, offloadFields } from '../../../side/offloads.ts'
import { foundBeforeNaming, namelessReason } from '../../../side/side.ts'
import { nested } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import { type Docs, portName } from '../documents.ts'
import { makesLinkFile } from '../drop-ins.ts'
import { bare, word, yesNo } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler } from '../handlers.ts'
import { matchKeys } from '../keys.ts'
import { namedBySide, usesNetworkManager } from '../renderer.ts'
import { wired } from './authentication.ts'
import { common } from './common.ts'
import { filterFields, functionFields, openFilter } from './sriov.ts'

/** A Wi-Fi that netplan can't match goes by its name; what it is matched by stands in the .link file. */
const orBySide =
  <T>(handler: NetplanHandler<T>): NetplanHandler<T> =>
  (leaf, docs, at) => {
    if (!namedBySide(at.link, at.context.network)) return handler(leaf, docs, at)
    return at.link.interface === undefined ? at.context.ledger.lose(leaf, namelessReason) : at.context.ledger.placed(leaf)
  }

const line =
  (name: (typeof matchKeys)[number]): NetplanHandler<string> =>
  (leaf, { definition }) =>
    definition.below('match', matchKeys).set(name, word.print(leaf.value), leaf)

const driver: NetplanHandler<string> = (leaf, docs, at) =>
  (at.link as PhysicalLink).match?.drivers.length === 1
    ? line('driver')(leaf, docs, at)
    : docs.definition.below('match', matchKeys).append('driver', word.print(leaf.value), leaf)

/** netplan's NetworkManager back end goes by the driver only to rename. */
const driverForManager: NetplanHandler<string> = (leaf, docs, at) =>
  (at.link as PhysicalLink).setName === undefined
    ? at.context.ledger.lose(
        leaf,
        absent('its NetworkManager renderer takes no driver without `set-name`', 'add `set-name`, or choose networkd as the renderer'),
      )
    : driver(leaf, docs, at)

/** netplan gives networkd an empty [Match] for it, and networkd passes over such a file. */
const all: NetplanHandler<true> = (leaf, { definition, networkDropIn }, { link }) => {
  networkDropIn.section('Match').put('Type', text('ini', deviceType(link)), matchesNothing)
  networkDropIn.section('Match').put('Kind', text('ini', '!*'), matchesNothing)
  networkDropIn.comments.push('netplan writes an empty [Match], which matches nothing. Kind=!* keeps bridges and TAPs out.')
  return definition.set('match', text('yaml', '{}'), leaf)
}
const matchesNothing = 'an empty [Match] matches nothing'

const matchFields: Fields<Match, Docs, NetplanAt> = {
  all: orBySide(byRenderer(all, (leaf, { definition }) => definition.set('match', text('yaml', '{}'), leaf))),
  name: orBySide(line('name')),
  mac: orBySide(line('macaddress')),
  drivers: orBySide(byRenderer(driver, driverForManager)),
}

/**
 * netplan writes a .link file for `true`, and none for `false` alone. A .link file finds a NIC by the name that the kernel gave it, which the
 * definition's name seldom is: a udev rule goes by the final one.
 */
const wakeOnLan: NetplanHandler<boolean> = (leaf, docs, { link, context }) => {
  const nic = link as Ethernet
  if (namedBySide(link, context.network)) return docs.side.wakeOnLan(leaf)
  const byManager = !leaf.value && usesNetworkManager(link, context.network)
  if (!byManager && (nic.match === undefined || !makesLinkFile(nic, context))) docs.side.wakeOnLan(leaf)
  return docs.definition.set('wakeonlan', yesNo.print(leaf.value), leaf)
}

/** The same for an offload; netplan writes a .link file for `false` too. */
const offload =
  (name: OffloadName): NetplanHandler<boolean> =>
  (leaf, docs, { link, context }) => {
    if (namedBySide(link, context.network)) return docs.side.offload(name, leaf)
    if (!foundBeforeNaming(link)) docs.side.offload(name, leaf)
    return docs.definition.set(name.netplan, yesNo.print(leaf.value), leaf)
  }

/** netplan passes over it with NetworkManager. */
const lldp: NetplanHandler<boolean> = (leaf, docs, { link, context }) => {
  if (usesNetworkManager(link, context.network)) emitLldp(leaf, link, context)
  return docs.definition.set('emit-lldp', yesNo.print(leaf.value), leaf)
}

export const physical = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  setName: (leaf, docs, at) => (namedBySide(at.link, at.context.network) ? docs.side.setName(leaf) : key('set-name', word)(leaf, docs, at)),
  wakeOnLan,
  offloads: nested((docs: Docs) => docs, offloadFields(offload)),
  emitLldp: lldp,
} satisfies Fields<PhysicalLink, Docs, NetplanAt>

export const ethernet = {
  ...physical,
  auth: wired,
  physicalFunction: (leaf, { definition }, { context }) => definition.set('link', word.print(portName(leaf.value, context.network)), leaf),
  vlanFilter: nested(openFilter, filterFields),
  virtualFunctions: nested((docs: Docs) => docs, functionFields),
  // networkd passes over the section that netplan writes for it.
  infinibandMode: byRenderer((leaf, docs) => docs.side.infinibandMode(leaf), key('infiniband-mode', bare)),
} satisfies Fields<Ethernet, Docs, NetplanAt>
