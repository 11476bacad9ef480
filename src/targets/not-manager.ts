import { emptyGroup, type ManagerSetting, type ManagerSettings } from '../model/network.ts'
import { implied, nested } from './handlers.ts'
import { lostKind } from './lost-kind.ts'
import { type At, absent, type Nested } from './target.ts'

const lostSetting = absent(
  'it is a setting of NetworkManager’s own',
  'render for networkmanager, say it by another key of the description, or take it out',
)

/** What a profile says of itself, and an empty group, does nothing to the machine. */
const isIdle = ({ group, key }: ManagerSetting): boolean =>
  key === emptyGroup || (group === 'connection' && ['id', 'uuid', 'timestamp'].includes(key))

/** What is said to NetworkManager alone, on a target that is another stack (`D`: the documents of the node, `LD`: those of the link). */
export const notManager = <D, R, LD = D>(): Nested<ManagerSettings, D, At<R, LD>> =>
  nested((docs: D, _settings: ManagerSettings, _at: At<R, LD>) => docs, {
    name: implied('only NetworkManager has profiles'),
    uuid: implied('only NetworkManager has profiles'),
    passthrough: (leaf, _docs, { context }) =>
      isIdle(leaf.value) ? context.ledger.imply(leaf, 'it does nothing to the machine') : context.ledger.lose(leaf, lostSetting),
  })

/** Modems are NetworkManager's, and so are profiles of its own. */
export const lostModem = lostKind(
  absent(
    'it knows no modems: NetworkManager does, with ModemManager',
    'render for networkmanager, or let a dialler such as pppd(8) make the connection and leave the modem out here',
  ),
)
export const lostProfile = lostKind(
  absent(
    'it is a profile of NetworkManager’s own',
    'render for networkmanager, or describe the device with a type of its own, such as `ethernets`',
  ),
)
