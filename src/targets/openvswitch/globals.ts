import { Leaf } from '../../model/leaf.ts'
import type { Network, OvsBridge, OvsGlobal } from '../../model/network.ts'
import type { Reason } from '../ledger.ts'
import { absent } from '../target.ts'
import { protocolWords, setKey, type Words } from './command.ts'

type RunLeaf = (words: Words, leaf: Leaf<unknown>) => unknown

const valuesOf = <C extends OvsGlobal['column']>(all: readonly Leaf<OvsGlobal>[], column: C) =>
  all.filter((leaf): leaf is Leaf<Extract<OvsGlobal, { column: C }>> => leaf.value.column === column)

/** What is said of Open vSwitch as a whole, but for what stands with the bridges. */
export function runGlobals({ globals }: Network, run: RunLeaf): void {
  for (const leaf of globals.ovs) {
    const { value } = leaf
    if (value.column === 'external-ids' || value.column === 'other-config')
      run(setKey('Open_vSwitch', '.', value.column, value.key, value.value), leaf)
  }
  const ssl = valuesOf(globals.ovs, 'ssl')
  const [key, certificate, ca] = (['private-key', 'certificate', 'ca-cert'] as const).map(name => ssl.find(l => l.value.key === name))
  if (key === undefined || certificate === undefined || ca === undefined) return
  const origins = ssl.flatMap(leaf => leaf.origins)
  run(['set-ssl', key.value.value, certificate.value.value, ca.value.value], new Leaf(undefined, origins))
}

/** The protocols of all bridges, for one that has none of its own. */
export function runSharedProtocols(bridge: OvsBridge, { globals }: Network, run: RunLeaf): void {
  const shared = valuesOf(globals.ovs, 'protocols')
  if (bridge.protocols.length > 0 || shared.length === 0) return
  const protocols = shared.map(leaf => leaf.map(({ value }) => value))
  run(
    protocolWords(bridge.id, protocols),
    new Leaf(
      undefined,
      protocols.flatMap(leaf => leaf.origins),
    ),
  )
}

/** Why what is said of Open vSwitch as a whole is lost where the commands stand in the files of its bridges. */
export const withoutBridge = ({ links }: Network): Reason | undefined =>
  links.some(link => link.kind === 'ovs-bridge') ? undefined : noBridge

const noBridge = absent(
  'only what is written for a bridge has commands for Open vSwitch',
  'describe a bridge of Open vSwitch, or take it out',
)
