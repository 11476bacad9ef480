import type { Leaf } from '../../../model/leaf.ts'
import type { OvsBond, OvsBridge, OvsVlan } from '../../../model/network.ts'
import { implied } from '../../handlers.ts'
import { bondFields, bridgeFields, made, type Run, vlanFields } from '../../openvswitch/fields.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { yesNo } from '../format.ts'
import type { NetworkdAt, NetworkdHandler } from '../handlers.ts'
import { common } from './common.ts'

const run: Run<undefined, Docs> = (words, leaf, docs) => docs.ovs.run(words, leaf)

/** To the kernel a port belongs to `ovs-system`, from which networkd would take it. */
const toPort = (leaf: Leaf<string>, port: Docs) => port.network.section('Network').set('KeepMaster', yesNo.print(true), leaf)

const { interface: named, ...others } = common

/** Open vSwitch makes the device, and networkd gives it its addresses. */
const both: NetworkdHandler<string> = (leaf, docs, at) => {
  made(run)(leaf, docs, at)
  return named(leaf, docs, at)
}

export const ovsBridge = { interface: both, ...others, ...bridgeFields(run, toPort) } satisfies Fields<OvsBridge, Docs, NetworkdAt>

export const ovsVlan = { interface: both, ...others, ...vlanFields(run) } satisfies Fields<OvsVlan, Docs, NetworkdAt>

const noDevice = implied<Docs, undefined, Docs>('the bond is no device of the kernel')
const ofKernel = Object.fromEntries(Object.keys(others).map(key => [key, noDevice])) as unknown as typeof others

export const ovsBond = {
  interface: made(run),
  ...ofKernel,
  ovsSettings: common.ovsSettings,
  ...bondFields(run, toPort),
} satisfies Fields<OvsBond, Docs, NetworkdAt>
