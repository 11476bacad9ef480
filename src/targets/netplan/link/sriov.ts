import type { Ethernet, VirtualFunctions, VlanFilter } from '../../../model/network.ts'
import { fileName } from '../../../side/names.ts'
import { pathOf } from '../../context.ts'
import { lost, when, written } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { type Docs, portName } from '../documents.ts'
import { bare, integer, word, yesNo } from '../format.ts'
import { key, type NetplanAt } from '../handlers.ts'
import { type DefinitionKey, definitionKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'

/** netplan counts the functions that are defined itself. */
export const functionFields: Fields<VirtualFunctions, Docs, NetplanAt> = {
  count: (leaf, docs, at) => {
    const own = leaf.origins.some(path => path[1] === pathOf(at.link)[1])
    return own ? key('virtual-function-count', integer)(leaf, docs, at) : at.context.ledger.imply(leaf, 'netplan counts them itself')
  },
  switchMode: when(
    (_leaf, { link }) => (link as Ethernet).virtualFunctions?.count === undefined,
    lost(
      absent(
        'it takes this of a NIC with virtual functions only',
        'write `virtual-function-count`, or set the mode by `devlink dev eswitch set` in a unit of your own',
      ),
    ),
    key('embedded-switch-mode', bare),
  ),
  delayRebind: written(key('delay-virtual-functions-rebind', yesNo)),
}

/** The VLAN that a NIC filters for a virtual function has a definition of its own. */
export const openFilter = (_docs: Docs, filter: VlanFilter, { context }: NetplanAt): Mapping<DefinitionKey> =>
  context.root.network.below<string>('vlans', []).below(word.print(fileName(filter.id)), definitionKeys)

export const filterFields: Fields<VlanFilter, Mapping<DefinitionKey>, NetplanAt> = {
  link: (leaf, definition, { context }) => definition.set('link', word.print(portName(leaf.value, context.network)), leaf),
  tag: (leaf, definition) => definition.set('id', integer.print(leaf.value), leaf),
  byHardware: (leaf, definition) => definition.set('renderer', bare.print('sriov'), leaf),
}
