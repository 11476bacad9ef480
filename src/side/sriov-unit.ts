import { type Ethernet, type Link, linkOf, type VirtualFunctions, type VlanFilter } from '../model/network.ts'
import type { Context } from '../targets/context.ts'
import { nested } from '../targets/handlers.ts'
import type { At, Fields, Nested } from '../targets/target.ts'
import { Inexpressible, type Text, text } from '../targets/text.ts'
import { fileName } from './names.ts'
import { namelessReason, type Side } from './side.ts'
import { countCommand, filterCommand, rebindCommand, switchCommand } from './sriov.ts'
import { dropIn, type UnitDocument, unitFile } from './unit.ts'

interface WithSide<R> {
  readonly side: Side<R, never>
}

/** The unit of a NIC, and the name by which its commands call it. */
export interface SriovUnit {
  readonly name: string
  readonly unit: UnitDocument
}

/** A command as systemd.service(5) takes it: in single quotes, which none of ours holds, and with `$$` for a dollar. */
const shell = (line: string): Text<'ini'> => text('ini', `/bin/sh -c '${line.replaceAll('$', '$$$$')}'`)

/** A unit that runs commands as soon as the device is there; a udev rule has the device want it. */
export function deviceUnit<R, D>(link: Link, what: string, docs: unknown, context: Context<R, D>): SriovUnit {
  const name = link.interface?.value
  const unitName = `netglot-${fileName(link.id)}-${what}.service`
  if (name === undefined || !(docs as WithSide<R>).side.wants(unitName, 'starts the unit with the device'))
    throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  const device = `sys-subsystem-net-devices-${name.replaceAll('-', '\\x2d')}.device`
  const document = unitFile(context, unitName)
  const unit = document.section('Unit')
  unit.put('Description', text('ini', `SR-IOV of ${name}`), 'the unit’s name for people')
  unit.put('BindsTo', text('ini', device), 'without the device there is nothing to do')
  unit.put('After', text('ini', device), 'the device has to be there')
  const service = document.section('Service')
  service.put('Type', text('ini', 'oneshot'), 'the unit runs commands')
  service.put('RemainAfterExit', text('ini', 'yes'), 'until the device goes')
  return { name, unit: document }
}

/** The virtual functions of a NIC, by a unit. */
export const functionFields = <LD, R>(): Fields<VirtualFunctions, SriovUnit, At<R, LD>> => ({
  count: (leaf, { name, unit }) => unit.section('Service').add('ExecStart', shell(countCommand(name, leaf.value)), leaf),
  switchMode: (leaf, { name, unit }, { context }) => {
    context.answer.require('iproute2', 'devlink(8), which sets the mode of the switch in the NIC')
    return unit.section('Service').add('ExecStart', shell(switchCommand(name, leaf.value)), leaf)
  },
  delayRebind: (leaf, { name, unit }, { link, context }) => {
    if (leaf.value)
      return laterUnit(link, context)
        .section('Service')
        .add('ExecStart', shell(rebindCommand(name)), leaf)
    return unit.section('Service').add('ExecStart', shell(rebindCommand(name)), leaf, 'the functions lost their driver for the mode')
  },
})

/** Gives the functions their driver back when the network is up: a bond of two such NICs has to be there before. */
const laterUnit = <R, D>(link: Link, context: Context<R, D>): UnitDocument => {
  const [file, own] = [`netglot-${fileName(link.id)}-rebind.service`, `netglot-${fileName(link.id)}-sriov.service`]
  const document = unitFile(context, file)
  const unit = document.section('Unit')
  unit.put('Description', text('ini', `Drivers of the virtual functions of ${link.interface?.value}`), 'the unit’s name for people')
  unit.put('After', text('ini', `network.target ${own}`), 'the network is up first')
  document.section('Service').put('Type', text('ini', 'oneshot'), 'the unit runs a command')
  dropIn(context, 'multi-user.target', `${fileName(link.id)}-rebind`, { Wants: file }, 'starts the unit at boot')
  return document
}

interface FilterUnit extends SriovUnit {
  readonly physical: string
}

/** The VLAN of a virtual function, by a unit of the function’s own: its number is known only when it is there. */
export const filterByUnit = <D, R>(): Nested<VlanFilter, D, At<R, D>> =>
  nested(
    (docs: D, _node: VlanFilter, { link, context }: At<R, D>): FilterUnit => {
      const physical = physicalName(link as Ethernet, context)
      return { ...deviceUnit(link, 'filter', docs, context), physical }
    },
    {
      link: (leaf, _unit, { context }) => context.ledger.imply(leaf, 'the unit is that of the virtual function'),
      tag: (leaf, { name, physical, unit }) =>
        unit.section('Service').add('ExecStart', shell(filterCommand(physical, name, leaf.value)), leaf),
      byHardware: (leaf, _unit, { context }) => context.ledger.imply(leaf, 'the NIC is told the VLAN, and no device is made'),
    } satisfies Fields<VlanFilter, FilterUnit, At<R, D>>,
  )

/** The kernel’s name of the NIC that a virtual function is one of. */
export const physicalName = <R, D>(link: Ethernet, { network }: Context<R, D>): string => {
  const name = link.physicalFunction && linkOf(network, link.physicalFunction.value).interface?.value
  if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  return name
}
