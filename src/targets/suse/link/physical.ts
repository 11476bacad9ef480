import type { Ethernet, Match, PhysicalLink, VirtualFunctions, Wifi, WiredAuthentication } from '../../../model/network.ts'
import { emitLldp } from '../../../side/lldp.ts'
import { fileName } from '../../../side/names.ts'
import { type OffloadName, offloadFields, onOff } from '../../../side/offloads.ts'
import { regulatoryDomain } from '../../../side/regulatory-domain.ts'
import { deviceUnit, filterByUnit, functionFields } from '../../../side/sriov-unit.ts'
import { dropIn } from '../../../side/unit.ts'
import { wiredBlock, wiredFields } from '../../../side/wpa-supplicant.ts'
import { implied, nested } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import { named, type SuseAt, type SuseHandler, variable } from '../handlers.ts'
import { nth } from '../keys.ts'
import { wiredUnit } from '../wired-unit.ts'
import { accessPointFields, openAccessPoint } from './access-point.ts'
import { byBond } from './bond-member.ts'
import { common } from './common.ts'

/** With `set-name`, what the device is matched by stands in the .link file. Without, wicked knows its name and nothing else. */
const inLinkFile: SuseHandler<unknown> = (leaf, _docs, { link, context }) =>
  (link as PhysicalLink).setName === undefined
    ? context.ledger.lose(leaf, absent('wicked knows a device by its name only', 'add `set-name`, or take it out'))
    : context.ledger.placed(leaf)

const matchFields: Fields<Match, Docs, SuseAt> = {
  all: inLinkFile,
  name: (leaf, docs, at) =>
    (at.link as PhysicalLink).setName === undefined
      ? at.context.ledger.imply(leaf, 'the files are named after it')
      : inLinkFile(leaf, docs, at),
  mac: inLinkFile,
  drivers: inLinkFile,
}

/** wicked reads one command a variable, and passes over the word after -K (client/suse/compat-suse.c). */
const offload =
  ({ ethtool }: OffloadName): SuseHandler<boolean> =>
  (leaf, { ifcfg: { variables } }, { link }) => {
    const name = nth('ETHTOOL_OPTIONS', (link as PhysicalLink).wakeOnLan === undefined ? 0 : 1)
    const setting = `${ethtool} ${onOff(leaf.value)}`
    return variables.append(name, text('ifcfg', variables.has(name) ? setting : `-K ${link.interface?.value} ${setting}`), leaf, ' ')
  }

const physical = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  setName: (leaf, docs) => docs.side.setName(leaf),
  wakeOnLan: (leaf, docs) => docs.ifcfg.variables.set('ETHTOOL_OPTIONS', text('ifcfg', `wol ${leaf.value ? 'g' : 'd'}`), leaf),
  offloads: nested((docs: Docs) => docs, offloadFields(offload)),
  emitLldp: (leaf, _docs, { link, context }) => emitLldp(leaf, link, context),
} satisfies Fields<PhysicalLink, Docs, SuseAt>

const wired = nested((_docs: Docs, _node: WiredAuthentication, { link, context }: SuseAt) => {
  const block = wiredBlock(link as Ethernet, context)
  if (link.interface !== undefined) wiredUnit(link as Ethernet, link.interface.value, context)
  return block
}, wiredFields<undefined, Docs>())

/** wicked has no word for virtual functions: units have the NIC make them before wicked starts. */
const virtualFunctions = nested((docs: Docs, _node: VirtualFunctions, { link, context }: SuseAt) => {
  const opened = deviceUnit(link, 'sriov', docs, context)
  const unit = `netglot-${fileName(link.id)}-sriov.service`
  opened.unit.section('Unit').put('Before', text('ini', 'wicked.service'), 'wicked waits for the virtual functions')
  dropIn(context, 'wicked.service', `${fileName(link.id)}-sriov`, { Wants: unit }, 'starts the unit with wicked')
  return opened
}, functionFields<Docs, undefined>())

export const ethernet = named(
  byBond({
    ...physical,
    auth: wired,
    physicalFunction: implied('the NIC that it is a function of makes it'),
    vlanFilter: filterByUnit<Docs, undefined>(),
    virtualFunctions,
    infinibandMode: variable('IPOIB_MODE', word),
  } satisfies Fields<Ethernet, Docs, SuseAt>),
)

const noWaking = absent(
  'wicked has no word for it',
  'run `iw phy PHY wowlan enable …` in a script of your own, or render for networkmanager',
)

export const wifi = named({
  ...physical,
  mac: (leaf, docs) => docs.side.macAddress(leaf),
  fourAddress: (leaf, docs) => docs.side.fourAddress(leaf),
  wakeOnWlan: (leaf, _docs, { context }) =>
    leaf.value === 'default' ? context.ledger.imply(leaf, 'it is left to the driver') : context.ledger.lose(leaf, noWaking),
  regulatoryDomain: (leaf, _docs, { context }) => regulatoryDomain(leaf, context),
  accessPoints: nested(openAccessPoint, accessPointFields),
} satisfies Fields<Wifi, Docs, SuseAt>)
