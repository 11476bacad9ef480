import { mentionsOvs, OvsUnit } from '../../side/ovs-unit.ts'
import { dropIn } from '../../side/unit.ts'
import type { Context } from '../context.ts'
import { runGlobals, runSharedProtocols } from './globals.ts'

interface WithUnit<R, D> {
  readonly ovs: OvsUnit<R, D>
}

/** The commands that follow from the description as a whole, and what starts the units. `manager`: the service that configures the network. */
export function finishUnits<R, D extends WithUnit<R, D>>(context: Context<R, D>, manager: string): void {
  const { network, answer } = context
  if (!mentionsOvs(network)) return
  const global = new OvsUnit(context, manager)
  runGlobals(network, (words, leaf) => global.run(words, leaf))
  for (const link of network.links)
    if (link.kind === 'ovs-bridge') runSharedProtocols(link, network, (words, leaf) => context.docs(link.id).ovs.run(words, leaf))
  const units = unitsOf(context)
  if (units.length === 0) return
  dropIn(context, manager, 'openvswitch', { Wants: units.join(' ') }, 'starts the units with the network')
  answer.require('openvswitch-switch', 'Open vSwitch, and ovs-vsctl(8), which tells it what there shall be')
}

const unitsOf = <R, D>({ documents }: Context<R, D>): readonly string[] =>
  documents.flatMap(({ path, empty }) =>
    empty ? [] : (/\/system\/(netglot-(?:.*-ovs|openvswitch-global)\.service)$/.exec(path)?.[1] ?? []),
  )

/** Has the units run: what they made before goes, and is made as it is described now. */
export function restartUnits<R, D>(context: Context<R, D>): void {
  if (!mentionsOvs(context.network)) return
  const units = unitsOf(context)
  if (units.length === 0) return
  context.answer.step('reload', 'systemd reads the new units', 'systemctl', 'daemon-reload')
  const why = 'Open vSwitch makes the devices anew, as they are described now; at boot the units do so'
  context.answer.step('reload', why, 'systemctl', 'restart', ...units)
}
