import { deviceType, type Ethernet, type Match, type PhysicalLink, type Wifi } from '../../../model/network.ts'
import { offloadFields } from '../../../side/offloads.ts'
import { namelessReason } from '../../../side/side.ts'
import { filterByUnit } from '../../../side/sriov-unit.ts'
import { accessPointFields, radioFields, wiredBlock, wiredFields, wpaConfiguration, wpaNetwork } from '../../../side/wpa-supplicant.ts'
import { implied, nested } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word, yesNo } from '../format.ts'
import { type NetworkdAt, network } from '../handlers.ts'
import { common } from './common.ts'
import { virtualFunctions } from './virtual-functions.ts'

/** With `set-name` the device is known by its new name, and what it is matched by stands in the .link file. */
const matchFields: Fields<Match, Docs, NetworkdAt> = {
  all: (leaf, docs, { link }) => {
    const section = docs.network.section('Match')
    section.put('Kind', text('ini', '!*'), 'only devices that the kernel finds, no bridges and no TAPs')
    return section.set('Type', text('ini', deviceType(link)), leaf)
  },
  name: (leaf, docs, at) =>
    renamed(at) ? at.context.ledger.placed(leaf) : network<string, 'Match'>('Match', 'Name', word)(leaf, docs, at),
  mac: (leaf, docs, at) =>
    renamed(at) ? at.context.ledger.placed(leaf) : network<string, 'Match'>('Match', 'PermanentMACAddress', word)(leaf, docs, at),
  drivers: (leaf, docs, at) =>
    renamed(at) ? at.context.ledger.placed(leaf) : docs.network.section('Match').append('Driver', word.print(leaf.value), leaf, ' '),
}

const renamed = ({ link }: NetworkdAt): boolean => (link as PhysicalLink).setName !== undefined

const physical = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  setName: (leaf, docs) => docs.side.setName(leaf),
  wakeOnLan: (leaf, docs) => docs.side.wakeOnLan(leaf),
  offloads: nested(
    (docs: Docs) => docs,
    offloadFields<Docs, NetworkdAt>(name => (leaf, docs) => docs.side.offload(name, leaf)),
  ),
  emitLldp: network('Network', 'EmitLLDP', yesNo),
} satisfies Fields<PhysicalLink, Docs, NetworkdAt>

export const ethernet = {
  ...physical,
  auth: nested((_docs: Docs, _auth, { link, context }) => wiredBlock(link as Ethernet, context), wiredFields<undefined, Docs>()),
  physicalFunction: implied('the NIC that it is a function of makes it'),
  vlanFilter: filterByUnit<Docs, undefined>(),
  virtualFunctions,
  infinibandMode: (leaf, docs) => docs.side.infinibandMode(leaf),
} satisfies Fields<Ethernet, Docs, NetworkdAt>

export const wifi = {
  ...physical,
  fourAddress: (leaf, docs) => docs.side.fourAddress(leaf),
  ...radioFields<undefined, Docs>((_docs, at) => docsOfRadio(at)),
  accessPoints: nested((_docs: Docs, point, at) => {
    const configuration = docsOfRadio(at)
    return wpaNetwork(configuration, point)
  }, accessPointFields<undefined, Docs>()),
} satisfies Fields<Wifi, Docs, NetworkdAt>

/** wpa_supplicant@.service is an instance of the interface's name. */
const docsOfRadio = ({ link, context }: NetworkdAt) => {
  const before = context.documents.find(d => d.path === `/etc/wpa_supplicant/wpa_supplicant-${link.interface?.value}.conf`)
  const configuration = (before as ReturnType<typeof wpaConfiguration>) ?? wpaConfiguration(link as Wifi, context)
  if (configuration === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  return configuration
}
