import type { Tap, Tun } from '../../model/network.ts'
import type { UnitDocument } from '../../side/unit.ts'
import { deviceUnit } from './device-unit.ts'
import type { SuseContext } from './documents.ts'

/**
 * Why wicked can't make a device; undefined when it can. It makes them with one queue, without header and packet information, and takes an owner or a
 * group that is not named for 0, so that only root would get in (src/kernel.c, __ni_tuntap_create; src/tuntap.c).
 */
function whyNotWicked({ owner, group, multiQueue, vnetHeader, packetInfo }: Tap | Tun): string | undefined {
  if (multiQueue.value || vnetHeader.value || packetInfo.value) return 'with one queue and no header'
  return (owner === undefined) === (group === undefined) ? undefined : 'with both an owner and a group'
}

/** The unit of a TAP or TUN. Undefined where wicked makes it itself. */
export function tuntapUnit(link: Tap | Tun, context: SuseContext): UnitDocument | undefined {
  const why = whyNotWicked(link)
  if (why === undefined || link.interface === undefined) return undefined
  const [name, kind] = [link.interface.value, link.kind.toUpperCase()]
  const root = link.owner === undefined && link.group === undefined ? ' user 0' : ''
  const command = `tuntap add dev ${name} mode ${link.kind}${root}`
  const reason = 'makes the device; without an owner anybody may attach'
  return deviceUnit(link, name, { kind, why: `makes ${kind}s ${why}`, command, reason }, context)
}
