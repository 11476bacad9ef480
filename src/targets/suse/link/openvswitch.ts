import type { OvsBond, OvsBridge, OvsPort, OvsVlan } from '../../../model/network.ts'
import { implied, nested } from '../../handlers.ts'
import { addWords } from '../../openvswitch/command.ts'
import { bondFields, bridgeFields, made, vlanFields } from '../../openvswitch/fields.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { integer, word } from '../format.ts'
import type { SuseAt } from '../handlers.ts'
import { nameOf } from '../name-of.ts'
import { run } from '../openvswitch.ts'
import { common } from './common.ts'

const portFields: Fields<OvsPort, Docs, SuseAt> = {
  link: (leaf, { ifcfg: { variables } }, { context }) => {
    if (context.link(leaf.value).kind === 'ovs-bond') return context.ledger.imply(leaf, 'the bond is made as a port of the bridge')
    const count = variables.entries.filter(({ key }) => key.startsWith('OVS_BRIDGE_PORT_DEVICE')).length
    return variables.set(`OVS_BRIDGE_PORT_DEVICE_${count + 1}`, word.print(nameOf(leaf.value, context)), leaf)
  },
}

/** wicked makes the bridge and puts ports into it (ifcfg-ovs-bridge(5)); the rest is told by the bridge’s script. */
export const ovsBridge = {
  ...common,
  ...bridgeFields(run, () => undefined),
  ports: nested((docs: Docs) => docs, portFields),
} satisfies Fields<OvsBridge, Docs, SuseAt>

export const ovsVlan = {
  ...common,
  ...vlanFields(run),
  parent: (leaf, docs, { link, context }) => {
    addWords(link as OvsVlan, context.network)
    return docs.ifcfg.variables.set('OVS_BRIDGE_VLAN_PARENT', word.print(nameOf(leaf.value, context)), leaf)
  },
  tag: (leaf, docs) => {
    docs.ifcfg.variables.put('OVS_BRIDGE', word.print('yes'), 'the kind of the device')
    return docs.ifcfg.variables.set('OVS_BRIDGE_VLAN_TAG', integer.print(leaf.value), leaf)
  },
} satisfies Fields<OvsVlan, Docs, SuseAt>

const { interface: _file, ovsSettings, ...others } = common
const noDevice = implied<Docs, undefined, Docs>('the bond is no device of the kernel')
const ofKernel = Object.fromEntries(Object.keys(others).map(key => [key, noDevice])) as unknown as typeof others

export const ovsBond = {
  interface: made(run),
  ...ofKernel,
  ovsSettings,
  ...bondFields(run, () => undefined),
} satisfies Fields<OvsBond, Docs, SuseAt>
