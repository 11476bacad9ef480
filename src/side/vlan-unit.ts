import type { Link, VlanRange } from '../model/network.ts'
import type { Context } from '../targets/context.ts'
import { text } from '../targets/text.ts'
import { strayReason, vlanDelete } from './bridge-commands.ts'
import { fileName } from './names.ts'
import type { Side } from './side.ts'
import { unitFile } from './unit.ts'

/**
 * A unit that takes the default PVID from a port, or from the bridge itself, whose list does not have it: networkd before 256 leaves it there. It
 * waits until networkd has set the VLANs of the list. A udev rule has the device want it, so that it runs whenever the device appears, and the boot does not wait
 * for it. False for a device whose name nothing tells.
 */
export function vlanUnit<R, D>(link: Link, listed: VlanRange, stray: number, side: Side<R, D>, context: Context<R, D>): boolean {
  const name = link.interface?.value
  const unitName = `netglot-${fileName(link.id)}-vlan.service`
  if (name === undefined || !side.wants(unitName, 'starts the unit with the device')) return false
  const device = `sys-subsystem-net-devices-${name.replaceAll('-', '\\x2d')}.device`
  const document = unitFile(context, unitName)
  document.comments.push(`networkd leaves VLAN ${stray}, the default of the bridge, on ${name} beside those that are listed.`)
  const unit = document.section('Unit')
  unit.put('Description', text('ini', `VLANs of ${name}`), 'the unit’s name for people')
  unit.put('BindsTo', text('ini', device), 'without the device there is nothing to do')
  unit.put('After', text('ini', device), 'the device has to be there')
  const service = document.section('Service')
  service.put('Type', text('ini', 'oneshot'), 'the unit runs commands')
  service.put('RemainAfterExit', text('ini', 'yes'), 'until the device goes')
  const wait = `until bridge vlan show dev ${name} | grep -qw " ${listed.first}"; do sleep 1; done`
  service.put('ExecStart', text('ini', `/bin/sh -c '${wait}'`), 'networkd may not have come to it yet')
  service.put('ExecStart', text('ini', `-/usr/sbin/${vlanDelete(name, stray, link.kind === 'bridge')}`), strayReason)
  context.answer.require('iproute2', 'bridge(8), which the unit runs')
  context.answer.step('reload', 'systemd reads the new unit', 'systemctl', 'daemon-reload')
  const why = 'waits until networkd has set the VLANs; at boot the device starts it'
  context.answer.step('reload', why, 'systemctl', 'start', '--no-block', unitName)
  return true
}
