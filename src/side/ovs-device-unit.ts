import type { Leaf } from '../model/leaf.ts'
import type { Link } from '../model/network.ts'
import type { Context } from '../targets/context.ts'
import type { Receipt } from '../targets/ledger.ts'
import { text } from '../targets/text.ts'
import { fileName } from './names.ts'
import { command, daemons } from './ovs-unit.ts'
import { namelessReason, type Side } from './side.ts'
import { type UnitDocument, unitFile } from './unit.ts'

/**
 * A unit that tells Open vSwitch of a device which another program makes there. udev starts it whenever the device appears: then its records are in the
 * database. Nothing may wait until the device has its addresses, since a bridge that only a controller has forward frames gets no lease before.
 */
export class OvsDeviceUnit<R, D> {
  readonly name: string
  private readonly link: Link
  private readonly side: Side<R, D>
  private readonly context: Context<R, D>
  private readonly document: UnitDocument

  constructor(link: Link, side: Side<R, D>, context: Context<R, D>) {
    this.name = `netglot-${fileName(link.id)}-ovs.service`
    this.link = link
    this.side = side
    this.context = context
    this.document = unitFile(context, this.name)
  }

  get empty(): boolean {
    return this.document.empty
  }

  /** A command of ovs-vsctl(8), by its words. */
  run(words: readonly string[], leaf: Leaf<unknown>): Receipt {
    if (this.document.empty && !this.head()) return this.context.ledger.lose(leaf, namelessReason)
    return this.document.section('Service').add('ExecStart', text('ini', command(words)), leaf)
  }

  /** Not `RemainAfterExit`: it has to run again for a device that is made anew. */
  private head(): boolean {
    if (!this.side.wants(this.name, 'starts the unit with the device')) return false
    const unit = this.document.section('Unit')
    unit.put('Description', text('ini', `Open vSwitch: ${this.link.interface?.value}`), 'the unit’s name for people')
    unit.put('After', text('ini', daemons), 'Open vSwitch has to run')
    const service = this.document.section('Service')
    service.put('Type', text('ini', 'oneshot'), 'the unit runs commands')
    service.put('TimeoutSec', text('ini', '30'), 'ovs-vsctl waits for ovs-vswitchd, but not for ever')
    return true
  }
}
