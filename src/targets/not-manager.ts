import { emptyGroup, type ManagerSetting, type ManagerSettings } from '../model/network.ts'
import { implied, nested } from './handlers.ts'
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
