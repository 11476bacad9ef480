import type { Leaf } from '../model/leaf.ts'
import { isOvs, type Link, linkOf } from '../model/network.ts'
import { perNetwork } from '../model/per-network.ts'
import type { Context } from '../targets/context.ts'
import type { Receipt } from '../targets/ledger.ts'
import { type Text, text } from '../targets/text.ts'
import { fileName } from './names.ts'
import { type UnitDocument, unitFile } from './unit.ts'

const line = (value: string): Text<'ini'> => text('ini', value)

/** A word of a command as systemd.service(5) takes it. */
const quoted = (word: string): string => {
  const whole = /^[\w.,:@/=+[\]-]+$/.test(word) ? word : `"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"`
  return whole.replaceAll('%', '%%').replaceAll('$', '$$$$')
}

/** A command of ovs-vsctl(8) as a unit runs it. */
export const command = (words: readonly string[]): string => ['/usr/bin/ovs-vsctl', ...words.map(quoted)].join(' ')

/** What Open vSwitch is made of, on all distributions. */
export const daemons = 'ovsdb-server.service ovs-vswitchd.service'

/**
 * A unit that has ovs-vsctl(8) put into Open vSwitch’s database what is said of one device, or of all. It is wanted by the service that
 * configures the network, and done before that starts; cloud-init may want the network before basic.target, so nothing of that is waited for. The
 * database outlives the machine: what the unit made goes when the unit stops, so that a port that is described no more is not there at the next boot.
 */
export class OvsUnit<R, D> {
  private readonly context: Context<R, D>
  private readonly manager: string
  private readonly link: Link | undefined
  private own: UnitDocument | undefined

  /** `manager`: the service that configures the network. `link`: none for what is said of all. */
  constructor(context: Context<R, D>, manager: string, link?: Link) {
    this.context = context
    this.manager = manager
    this.link = link
    // The units are named in the order of the links, so each is made before any of them has a command.
    if (mentionsOvs(context.network)) this.own = unitFile(context, this.unit)
  }

  get unit(): string {
    return this.link === undefined ? 'netglot-openvswitch-global.service' : unitOf(this.link)
  }

  get empty(): boolean {
    return this.own === undefined || this.own.empty
  }

  /** A command of ovs-vsctl(8), by its words. */
  run(words: readonly string[], leaf: Leaf<unknown>, why?: string): Receipt {
    if (this.empty) this.head()
    return this.document.section('Service').add('ExecStart', line(command(words)), leaf, why)
  }

  private get document(): UnitDocument {
    this.own ??= unitFile(this.context, this.unit)
    return this.own
  }

  private head(): void {
    const { link } = this
    const unit = this.document.section('Unit')
    const below = link && neededUnit(link, this.context)
    const needed = below === undefined ? '' : ` ${unitOf(below)}`
    const undo = link && undoing(link)
    unit.put('Description', line(`Open vSwitch: ${link?.interface?.value ?? link?.id ?? 'as a whole'}`), 'the unit’s name for people')
    unit.put('DefaultDependencies', line('no'), 'what wants the network early waits for nothing that comes late')
    unit.put('Wants', line(daemons), 'Open vSwitch has to run')
    if (needed !== '') unit.put('Requires', line(needed.trim()), 'what it is part of')
    unit.put('After', line(`${daemons}${needed}`), 'Open vSwitch has to run')
    unit.put('Before', line(`${this.manager} network.target shutdown.target`), 'the devices are there when the network is configured')
    unit.put('Conflicts', line('shutdown.target'), 'the next boot makes what is described then')
    const service = this.document.section('Service')
    service.put('Type', line('oneshot'), 'the unit runs commands')
    service.put('RemainAfterExit', line('yes'), 'what it made stays until it stops')
    service.put('TimeoutSec', line('30'), 'ovs-vsctl waits for ovs-vswitchd, and the network shall not wait for ever')
    if (undo !== undefined) service.put('ExecStop', line(`-${command(undo)}`), 'takes it away again')
  }
}

/** Whether anything in the network is said to Open vSwitch. */
export const mentionsOvs = perNetwork(
  ({ links, globals }) => globals.ovs.length > 0 || links.some(link => isOvs(link) || link.ovsSettings.length > 0),
)

const unitOf = (link: Link): string => `netglot-${fileName(link.id)}-ovs.service`

/** The device whose record has to be there first. */
const neededUnit = <R, D>(link: Link, { network }: Context<R, D>): Link | undefined => {
  const id = link.kind === 'ovs-vlan' ? link.parent.value : link.controller
  return id === undefined ? undefined : linkOf(network, id)
}

/** What takes a device away; a port that is none of Open vSwitch’s own goes with its bridge. */
const undoing = ({ kind, id }: Link): readonly string[] | undefined => {
  if (kind === 'ovs-bridge' || kind === 'ovs-vlan') return ['--if-exists', 'del-br', id]
  return kind === 'ovs-bond' ? ['--if-exists', 'del-port', id] : undefined
}
