import type { Leaf } from '../../model/leaf.ts'
import type { Tap, Tun } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { dropIn, type UnitDocument, unitFile } from '../../side/unit.ts'
import { text } from '../text.ts'
import type { SuseContext } from './documents.ts'

const ip = '/usr/sbin/ip'

/**
 * Why wicked can't make a device; undefined when it can. It makes them with one queue, without header and packet information, and takes an owner or a
 * group that is not named for 0, so that only root would get in (src/kernel.c, __ni_tuntap_create; src/tuntap.c).
 */
function whyNotWicked({ owner, group, multiQueue, vnetHeader, packetInfo }: Tap | Tun): string | undefined {
  if (multiQueue.value || vnetHeader.value || packetInfo.value) return 'with one queue and no header'
  return (owner === undefined) === (group === undefined) ? undefined : 'with both an owner and a group'
}

/** A unit that makes the device before wicked starts; wicked then takes it as it is. Undefined where wicked makes it itself. */
export function tuntapUnit(link: Tap | Tun, context: SuseContext): UnitDocument | undefined {
  const why = whyNotWicked(link)
  if (why === undefined || link.interface === undefined) return undefined
  const [name, file] = [link.interface.value, fileName(link.id)]
  const document = unitFile(context, `netglot-${file}.service`)
  document.comments.push(`wicked makes ${kindName(link)}s ${why}, so this unit makes it first and wicked takes it as it is.`)
  const line = (value: string) => text('ini', value)
  const unit = document.section('Unit')
  unit.put('Description', line(`${kindName(link)} ${name}`), 'the unit’s name for people')
  unit.put('Before', line('wicked.service'), 'wicked waits for devices that it does not make')
  unit.put('PartOf', line('wicked.service'), 'wicked deletes the device when it stops, so that it has to be made anew')
  const service = document.section('Service')
  service.put('Type', line('oneshot'), 'the unit runs a command')
  service.put('RemainAfterExit', line('yes'), 'the device stays')
  const root = link.owner === undefined && link.group === undefined ? ' user 0' : ''
  service.put(
    'ExecStart',
    line(`${ip} tuntap add dev ${name} mode ${link.kind}${root}`),
    'makes the device; without an owner anybody may attach',
  )
  service.put('ExecStop', line(`-${ip} link delete dev ${name}`), 'removes the device, if wicked has not')
  dropIn(context, 'wicked.service', file, { Wants: `netglot-${file}.service` }, 'starts the unit with wicked')
  return document
}

const kindName = ({ kind }: Tap | Tun): string => kind.toUpperCase()

/** One more word of the command that makes the device. */
export const tuntapWord = (unit: UnitDocument, word: string, leaf: Leaf<unknown>) =>
  unit.section('Service').append('ExecStart', text('ini', word), leaf, ' ')

/** The MAC of a device that the unit makes: wicked would set it only on one of its own. */
export const tuntapMac = (unit: UnitDocument, name: string, leaf: Leaf<string>) =>
  unit.section('Service').add('ExecStart', text('ini', `${ip} link set dev ${name} address ${leaf.value}`), leaf)
