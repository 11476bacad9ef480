import type { Leaf } from '../../model/leaf.ts'
import type { Link } from '../../model/network.ts'
import { udevIsLate } from '../../side/mac-policy.ts'
import { fileName } from '../../side/names.ts'
import { dropIn, type UnitDocument, unitFile } from '../../side/unit.ts'
import type { Receipt } from '../ledger.ts'
import { text } from '../text.ts'
import type { Docs, SuseContext } from './documents.ts'
import type { SuseAt } from './handlers.ts'
import { nameOf } from './name-of.ts'

const ip = '/usr/sbin/ip'
const line = (value: string) => text('ini', value)

/** A device that wicked can't make. */
interface Made {
  /** What people call it. */
  readonly kind: string
  /** What wicked does in its place: `makes TAPs with one queue`. */
  readonly why: string
  /** The words for ip(8) that make the device; the handlers add to them. */
  readonly command: string
  readonly reason: string
}

/** A unit that makes the device before wicked starts; wicked then takes it as it is. */
export function deviceUnit(link: Link, name: string, made: Made, context: SuseContext): UnitDocument {
  const file = fileName(link.id)
  const document = unitFile(context, `netglot-${file}.service`)
  document.comments.push(`wicked ${made.why}, so this unit makes it first and wicked takes it as it is.`)
  const unit = document.section('Unit')
  unit.put('Description', line(`${made.kind} ${name}`), 'the unit’s name for people')
  unit.put('Before', line('wicked.service'), 'wicked waits for devices that it does not make')
  unit.put('PartOf', line('wicked.service'), 'wicked deletes the device when it stops, so that it has to be made anew')
  const service = document.section('Service')
  service.put('Type', line('oneshot'), 'the unit runs a command')
  service.put('RemainAfterExit', line('yes'), 'the device stays')
  service.put('ExecStart', line(`${ip} ${made.command}`), made.reason)
  service.put('ExecStop', line(`-${ip} link delete dev ${name}`), 'removes the device, if wicked has not')
  dropIn(context, 'wicked.service', file, { Wants: `netglot-${file}.service` }, 'starts the unit with wicked')
  return document
}

/** More words of the command that makes the device. */
export const unitWord = (unit: UnitDocument, word: string, leaf: Leaf<unknown>) =>
  unit.section('Service').append('ExecStart', line(word), leaf, ' ')

/**
 * The MAC of a device that the unit makes: wicked would set it only on one of its own. wicked waits until udev is done with a device before it sets its
 * MAC (src/fsm.c, DEVICE_READY comes before DEVICE_SETUP), and the unit does not.
 */
export function unitMac(unit: UnitDocument, leaf: Leaf<string>, { side }: Pick<Docs, 'side'>, { link, context }: SuseAt): Receipt {
  side.keepMac(leaf, udevIsLate)
  return unit.section('Service').add('ExecStart', line(`${ip} link set dev ${nameOf(link.id, context)} address ${leaf.value}`), leaf)
}
