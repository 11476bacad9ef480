import { makesPair, type Veth } from '../../model/network.ts'
import type { UnitDocument } from '../../side/unit.ts'
import { deviceUnit } from './device-unit.ts'
import type { SuseContext } from './documents.ts'

/** The unit of the end that makes both. */
export function vethUnit(link: Veth, context: SuseContext): UnitDocument | undefined {
  const name = link.interface?.value
  if (name === undefined || !makesPair(link)) return undefined
  const command = `link add dev ${name} type veth`
  return deviceUnit(
    link,
    name,
    { kind: 'virtual Ethernet pair', why: 'makes no virtual Ethernet devices', command, reason: 'makes both ends' },
    context,
  )
}
