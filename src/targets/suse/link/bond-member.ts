import type { Ethernet } from '../../../model/network.ts'
import { offloadFields } from '../../../side/offloads.ts'
import { implied, nested, nestedBy, when } from '../../handlers.ts'
import { conflict, type Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { guarded, type SuseAt, type SuseHandler } from '../handlers.ts'
import { bondOf } from '../openvswitch.ts'

type Table = Fields<Ethernet, Docs, SuseAt>

/** What stands in files beside wicked’s, whoever brings the device up. */
const beside = [
  ...[
    'renderer',
    'interface',
    'match',
    'setName',
    'alias',
    'macPolicy',
    'emitLldp',
    'auth',
    'physicalFunction',
    'vlanFilter',
    'virtualFunctions',
  ],
  ...['addresses', 'routes', 'rules', 'ipv4Forwarding', 'ipv6Forwarding', 'ipv4ProxyArp', 'ipv6ProxyNdp', 'networkManager', 'ovsSettings'],
]

const noFile = conflict(
  'a port of a bond of Open vSwitch has no file of wicked’s, which would take it out of the bond',
  'write it at the bridge',
)

/** What is false or is said by nobody is so without a file. */
const without = <F extends object>(fields: F): F =>
  guarded(fields, (leaf, { context }) =>
    leaf.written && leaf.value !== false
      ? context.ledger.lose(leaf, noFile)
      : context.ledger.imply(leaf, 'wicked has no file of the device'),
  )

/** Open vSwitch’s bonds are none of wicked’s: their ports get their settings from udev, and the script of the bridge brings them up. */
const memberTable = (table: Table): Table => {
  const others = Object.fromEntries(Object.entries(table).filter(([key]) => !beside.includes(key))) as unknown as Table
  return {
    ...table,
    ...without(others),
    optional: implied('the boot does not wait for it'),
    mac: (leaf, { side }) => side.macAddress(leaf),
    mtu: (leaf, { side }) => side.mtu(leaf),
    wakeOnLan: (leaf, { side }) => side.wakeOnLan(leaf),
    offloads: nested(
      (docs: Docs) => docs,
      offloadFields(
        name =>
          (leaf, { side }) =>
            side.offload(name, leaf),
      ),
    ),
    activation: when<'manual' | 'off', Docs, SuseAt>(leaf => leaf.value === 'off', implied('nothing brings it up'), byHand),
  }
}

const byHand: SuseHandler<'manual' | 'off'> = (leaf, _docs, { context }) =>
  context.ledger.lose(
    leaf,
    conflict('a port of a bond of Open vSwitch has no file that `wicked ifup` could bring up', 'write `off`, or take it out'),
  )

/** The table of a NIC, which is another one for a port of a bond of Open vSwitch. */
export function byBond(table: Table): Table {
  const member = memberTable(table)
  const isMember = ({ link, context }: SuseAt): boolean => bondOf(link, context) !== undefined
  const either = Object.keys(table).map(name => {
    const [other, plain] = [member[name as keyof Table], table[name as keyof Table]]
    const way = (at: SuseAt) => (isMember(at) ? other : plain)
    return [name, typeof plain === 'function' ? chosen(way) : nestedBy(way as never)]
  })
  return Object.fromEntries(either) as Table
}

const chosen =
  (way: (at: SuseAt) => unknown): SuseHandler<unknown> =>
  (leaf, docs, at) =>
    (way(at) as SuseHandler<unknown>)(leaf, docs, at)
