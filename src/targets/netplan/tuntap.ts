import type { Link } from '../../model/network.ts'
import { text } from '../text.ts'
import type { Docs } from './documents.ts'
import { putSetting } from './handlers.ts'

/** What makes a device a TAP or TUN: the first lines of its .netdev file, or the first settings of NetworkManager. */
export function openTuntap(link: Link, docs: Docs, manager: boolean): void {
  if (manager) {
    putSetting(docs, 'connection.type', 'tun', 'the kind of the device')
    putSetting(docs, 'tun.mode', link.kind === 'tap' ? 2 : 1, 'the kind of the device')
    return
  }
  const section = docs.netdev.section('NetDev')
  if (link.interface !== undefined) section.set('Name', text('ini', link.interface.value), link.interface)
  section.put('Kind', text('ini', link.kind), 'the kind of the device')
}

/** The kernel lets everybody attach to a TAP that has neither an owner nor a group. */
export function completeTuntap(link: Link, docs: Docs, manager: boolean): void {
  if ((link.kind !== 'tap' && link.kind !== 'tun') || link.owner !== undefined || link.group !== undefined) return
  const why = 'nobody is named: only root may attach'
  if (manager) putSetting(docs, 'tun.owner', 0, why)
  else docs.netdev.section(link.kind === 'tun' ? 'Tun' : 'Tap').put('User', text('ini', 'root'), why)
}
