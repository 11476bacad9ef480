import type { Leaf } from '../../model/leaf.ts'
import type { Wireguard } from '../../model/network.ts'
import type { UnitDocument } from '../../side/unit.ts'
import type { Receipt } from '../ledger.ts'
import { Inexpressible, text } from '../text.ts'
import { deviceUnit } from './device-unit.ts'
import type { SuseContext } from './documents.ts'

/** The unit of a WireGuard device, which wicked can't make. */
export function wireguardUnit(link: Wireguard, context: SuseContext): UnitDocument | undefined {
  const name = link.interface?.value
  if (name === undefined) return undefined
  const made = { kind: 'WireGuard device', why: 'knows nothing of WireGuard', command: `link add dev ${name} type wireguard` }
  return deviceUnit(link, name, { ...made, reason: 'makes the device' }, context)
}

/** One more command of the unit: systemd gives words with these characters to the program as they are (systemd.service(5), COMMAND LINES). */
export function unitWg(unit: UnitDocument, words: readonly string[], leaf: Leaf<unknown>): Receipt {
  if (!words.every(isPlain))
    throw new Inexpressible('a unit would read some of its characters otherwise', 'choose a path of letters and digits')
  return unit.section('Service').add('ExecStart', text('ini', `/usr/bin/wg ${words.join(' ')}`), leaf)
}

const isPlain = (word: string): boolean => /^[A-Za-z0-9_./:@+=-]+$/.test(word)
