import type { Leaf } from '../model/leaf.ts'
import type { Context } from '../targets/context.ts'
import type { Receipt } from '../targets/ledger.ts'
import { text } from '../targets/text.ts'
import { dropIn, unitFile } from './unit.ts'

const unitName = 'netglot-regulatory-domain.service'

/** A unit that tells the kernel the country, where the stack has no word for it. The model has no two that differ. */
export function regulatoryDomain<R, D>(leaf: Leaf<string>, context: Context<R, D>): Receipt {
  const path = `/etc/systemd/system/${unitName}`
  if (context.documents.some(document => document.path === path)) return context.ledger.imply(leaf, 'another radio says the same')
  const document = unitFile(context, unitName)
  document.section('Unit').put('Description', text('ini', 'The country whose rules for radios hold'), 'the unit’s name for people')
  const service = document.section('Service')
  service.put('Type', text('ini', 'oneshot'), 'the unit runs a command')
  dropIn(context, 'multi-user.target', 'regulatory-domain', { Wants: unitName }, 'starts the unit at boot')
  context.answer.require('iw', 'tells the kernel the country')
  context.answer.step('reload', 'systemd reads the new unit', 'systemctl', 'daemon-reload')
  context.answer.step('reload', 'tells the kernel the country; at boot multi-user.target does', 'systemctl', 'start', unitName)
  return service.set('ExecStart', text('ini', `/usr/sbin/iw reg set ${leaf.value}`), leaf)
}
