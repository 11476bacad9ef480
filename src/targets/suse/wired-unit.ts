import type { Ethernet } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { dropIn, unitFile } from '../../side/unit.ts'
import { wiredPath } from '../../side/wpa-supplicant.ts'
import { text } from '../text.ts'
import type { SuseContext } from './documents.ts'

/** wicked has wpa_supplicant for radios only: a unit runs it for a NIC whose switch asks who the machine is, before wicked asks for addresses. */
export function wiredUnit(link: Ethernet, name: string, context: SuseContext): void {
  const unitName = `netglot-${fileName(link.id)}-wired.service`
  const document = unitFile(context, unitName)
  document.comments.push('wicked knows 802.1X for Wi-Fi only, so this unit tells the switch who the machine is.')
  const device = `sys-subsystem-net-devices-${name.replaceAll('-', '\\x2d')}.device`
  const unit = document.section('Unit')
  unit.put('Description', text('ini', `802.1X for ${name}`), 'the unit’s name for people')
  unit.put('BindsTo', text('ini', device), 'without the NIC there is nothing to do')
  unit.put('After', text('ini', device), 'the NIC has to be there')
  unit.put('Before', text('ini', 'wicked.service'), 'the switch lets nothing else through before')
  const service = document.section('Service')
  service.put('Type', text('ini', 'simple'), 'the unit runs a daemon')
  service.put(
    'ExecStart',
    text('ini', `/usr/sbin/wpa_supplicant -D wired -i ${name} -c ${wiredPath(name)}`),
    'tells the switch who the machine is',
  )
  dropIn(context, 'wicked.service', `${fileName(link.id)}-wired`, { Wants: unitName }, 'starts the unit with wicked')
}
