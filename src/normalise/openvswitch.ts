import type { BondDescription, BridgeDescription, Common, Description, VlanDescription } from '../description/schema/index.ts'
import type { Report } from '../diagnostics/report.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { LinkKind, OvsBond, OvsBondMode, OvsBridge, OvsGlobal, OvsPatch, OvsSetting, OvsVlan, Renderer } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { idleBut } from './idle-keys.ts'
import { commonLink } from './link.ts'
import { inheritedMac } from './mac.ts'
import { madeName } from './names.ts'
import { Place } from './place.ts'
import type { Scope } from './scope.ts'

type Settings = Place<{
  readonly 'external-ids'?: Record<string, string> | undefined
  readonly 'other-config'?: Record<string, string> | undefined
}>

const columns = ['external-ids', 'other-config'] as const

/** `external-ids` and `other-config` of a record. */
const settingsOf = (d: Settings | undefined): readonly Leaf<OvsSetting>[] =>
  columns.flatMap(column =>
    Object.entries(d?.value[column] ?? {}).map(([key, value]) => new Leaf({ column, key, value }, [d?.at(column, key) ?? []])),
  )

/** The same of a device, which Open vSwitch has to know. */
export function ovsSettings(id: string, d: Place<Pick<Common, 'openvswitch'>>, scope: Scope): readonly Leaf<OvsSetting>[] {
  const own = d.place('openvswitch')
  if (own === undefined) return []
  const at = { place: { path: own.path, key: true as const } }
  const type = scope.references.typeOf(id) ?? ''
  const settings = settingsOf(own)
  if (scope.references.isOvs(id)) return settings
  const controller = scope.controllers.get(id)
  if (Object.keys(own.value).length === 0) scope.report.add('ovs-type', { id, type }, at)
  else if (settings.length > 0 && controller === undefined) scope.report.add('ovs-settings-alone', { id, type }, at)
  if (controller === undefined || scope.references.isOvs(controller)) return settings
  for (const setting of settings) scope.noEffect(setting, `${controller} is a bridge or a bond of the kernel`)
  return []
}

type Ports = BridgeDescription | BondDescription

/** What Open vSwitch’s bridges and bonds have in common. */
const withPorts = (kind: LinkKind, definition: Definition<Ports>, scope: Scope) => {
  const { id, place } = definition
  const ports = place.items('interfaces') as readonly Leaf<string>[]
  const { references } = scope
  return Object.assign(commonLink(id, kind, place, scope), {
    ...inheritedMac(id, place, scope),
    ...ovsBase(definition, scope),
    asOvs: emptyOf(place),
    ports: ports.filter(port => references.patchOf(port.value) === undefined).map(link => ({ link })),
    patches: ports.flatMap(port => {
      const patch = references.patchOf(port.value)
      return patch === undefined ? [] : [port.map((): OvsPatch => patch)]
    }),
  })
}

const emptyOf = (place: Place<Pick<Common, 'openvswitch'>>): Leaf<true> | undefined => {
  const own = place.place('openvswitch')
  return own !== undefined && own.emptyOrigin.length > 0 ? new Leaf(true as const, own.emptyOrigin) : undefined
}

/** netplan gives such a device to networkd, whatever its renderer is said to be. */
const ovsBase = ({ id, place, renderer }: Definition<Pick<Common, 'optional'>>, scope: Scope) => {
  if (renderer?.value === 'NetworkManager') scope.noEffect(renderer, 'netplan has networkd set up the addresses of Open vSwitch’s devices')
  return {
    renderer: renderer?.value === 'networkd' ? renderer : silent<Renderer>('networkd'),
    interface: madeName(id, place, scope.report),
    optional: place.leaf('optional') ?? silent(false),
  }
}

/** A bridge of Open vSwitch. */
export function ovsBridge(definition: Definition<BridgeDescription>, scope: Scope): OvsBridge {
  const { place } = definition
  const own = place.place('openvswitch')
  const controller = own?.place('controller')
  const controllers = controller?.items('addresses') ?? []
  for (const target of controllers) refuseWithoutSsl(target, scope)
  const mode = controller?.leaf('connection-mode')
  if (mode !== undefined && controllers.length === 0) scope.noEffect(mode, 'there is no controller')
  const parameters = place.place('parameters')
  if (parameters !== undefined) idleBut(parameters, [], 'it is for a bridge of the kernel', scope)
  return {
    kind: 'ovs-bridge',
    ...withPorts('ovs-bridge', definition, scope),
    failMode: own?.leaf('fail-mode') ?? silent('standalone'),
    mcastSnooping: own?.leaf('mcast-snooping') ?? silent(false),
    rstp: own?.leaf('rstp') ?? silent(false),
    protocols: known(own?.items('protocols') ?? [], scope),
    controllers,
    connectionMode: controllers.length === 0 ? undefined : mode,
  }
}

/** netplan passes over OpenFlow16, which Open vSwitch has no more. */
const known = (protocols: readonly Leaf<string>[], scope: Scope): readonly Leaf<string>[] =>
  protocols.filter(protocol => {
    if (protocol.value === 'OpenFlow16') scope.noEffect(protocol, 'Open vSwitch has no OpenFlow16 any more')
    return protocol.value !== 'OpenFlow16'
  })

const refuseWithoutSsl = (target: Leaf<string>, { report, references }: Scope): void => {
  const [path = []] = target.origins
  if (/^p?ssl:/.test(target.value) && !references.hasOvsSsl) report.add('ovs-ssl-missing', { target: target.value }, { place: { path } })
}

const ovsModes: readonly string[] = ['active-backup', 'balance-tcp', 'balance-slb']

/** A bond of Open vSwitch. */
export function ovsBond(definition: Definition<BondDescription>, scope: Scope): OvsBond {
  const { id, place } = definition
  const at = { place: { path: place.path, key: true as const } }
  const parameters = place.place('parameters')
  const mode = parameters?.leaf('mode')
  const [path = []] = mode?.origins ?? []
  if (parameters !== undefined) idleBut(parameters, ['mode'], 'it is for a bond of the kernel', scope)
  if (mode !== undefined && !ovsModes.includes(mode.value)) scope.report.add('ovs-bond-mode', { mode: mode.value }, { place: { path } })
  const bridge = scope.controllers.get(id)
  if (bridge === undefined || !scope.references.isOvs(bridge)) scope.report.add('ovs-bond-alone', { id }, at)
  const own = ['interfaces', 'parameters', 'openvswitch', 'renderer']
  idleBut(place, own, 'a bond of Open vSwitch is a port of its bridge, and no device', scope)
  const bare = new Place<BondDescription>(Object.fromEntries(Object.entries(place.value).filter(([key]) => own.includes(key))), place.path)
  if ((place.value.interfaces ?? []).length < 2) scope.report.add('ovs-bond-ports', { id }, at)
  return {
    kind: 'ovs-bond',
    ...withPorts('ovs-bond', { ...definition, place: bare }, scope),
    mode: mode as Leaf<OvsBondMode> | undefined,
    lacp: place.place('openvswitch')?.leaf('lacp') ?? silent('off'),
  }
}

/** A VLAN of an Open vSwitch bridge. */
export function ovsVlan(definition: Definition<VlanDescription>, scope: Scope): OvsVlan {
  const { id, place } = definition
  const protocol = place.leaf('protocol')
  if (protocol !== undefined) scope.noEffect(protocol, 'Open vSwitch has 802.1Q alone here')
  return {
    kind: 'ovs-vlan',
    ...commonLink(id, 'ovs-vlan', place as unknown as Place<Common>, scope),
    ...ovsBase(definition as unknown as Definition<Pick<Common, 'optional'>>, scope),
    macFrom: undefined,
    asOvs: emptyOf(place),
    parent: scope.references.parent(place),
    tag: place.required('id'),
  }
}

/** The two ends of each patch, by name. Reports those that can’t be. */
export function patchesOf(d: Description, ids: ReadonlyMap<string, unknown>, report: Report): ReadonlyMap<string, OvsPatch> {
  const patches = new Map<string, OvsPatch>()
  for (const [i, [a = '', b = '']] of (d.openvswitch?.ports ?? []).entries())
    for (const [j, [name, peer]] of (
      [
        [a, b],
        [b, a],
      ] as const
    ).entries()) {
      const before = patches.get(name)
      if (name === peer || ids.has(name) || (before !== undefined && before.peer !== peer))
        report.add('patch-port-twice', { port: name }, { place: { path: ['openvswitch', 'ports', i, j] } })
      patches.set(name, before ?? { name, peer })
    }
  return patches
}

/** What is said of Open vSwitch as a whole. */
export function ovsGlobals(d: Description, scope: Scope): readonly Leaf<OvsGlobal>[] {
  if (d.openvswitch === undefined) return []
  const place = new Place(d.openvswitch, ['openvswitch'])
  const pairs = (d.openvswitch.ports ?? []).map(
    ([a = '', b = ''], i) => new Leaf<OvsGlobal>({ column: 'ports', pair: [a, b] }, [place.at('ports', i, 0), place.at('ports', i, 1)]),
  )
  for (const pair of pairs) refuseStray(pair, scope)
  return [
    ...settingsOf(place),
    ...known(place.items('protocols'), scope).map(leaf => leaf.map((value): OvsGlobal => ({ column: 'protocols', value }))),
    ...pairs,
    ...sslOf(place.place('ssl'), scope),
  ]
}

type Ssl = NonNullable<NonNullable<Description['openvswitch']>['ssl']>

/** Who the machine is: all three of it or nothing, as netplan has it. */
const sslOf = (ssl: Place<Ssl> | undefined, scope: Scope): readonly Leaf<OvsGlobal>[] => {
  const keys = ['ca-cert', 'certificate', 'private-key'] as const
  const said = keys.flatMap(key => ssl?.leaf(key)?.map((value): OvsGlobal => ({ column: 'ssl', key, value })) ?? [])
  if (said.length === 3) return said
  for (const leaf of said) scope.noEffect(leaf, 'Open vSwitch wants all three: `ca-cert`, `certificate` and `private-key`')
  return []
}

/** netplan wants each end of a patch to be the port of something. */
const refuseStray = (pair: Leaf<OvsGlobal>, { controllers, report }: Scope): void => {
  if (pair.value.column !== 'ports') return
  for (const [i, port] of pair.value.pair.entries())
    if (!controllers.has(port)) report.add('patch-port-alone', { port }, { place: { path: pair.origins[i] ?? [] } })
}
