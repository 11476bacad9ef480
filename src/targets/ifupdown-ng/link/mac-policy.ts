import { hasMac, isVirtual, type MacPolicy } from '../../../model/network.ts'
import { hashed, noMac } from '../../../side/mac-policy.ts'
import { settingSlot } from '../../interfaces/commands.ts'
import type { InterfacesHandler } from '../../interfaces/documents.ts'
import { approximate } from '../../target.ts'

/** Where the MAC comes from, with no udev to have a say. */
export const macPolicy: InterfacesHandler<MacPolicy> = (leaf, { stanzas }, at) => {
  const { link, context } = at
  if (!hasMac(link)) return context.ledger.lose(leaf, noMac)
  if (leaf.value === 'random') return stanzas.first.run(settingSlot(at), chance, leaf)
  if (leaf.value === 'preserve') return context.ledger.imply(leaf, 'nothing changes the MAC that the device has')
  if (leaf.value !== 'permanent') return context.ledger.lose(leaf, hashed)
  return isVirtual(link) ? context.ledger.lose(leaf, madeUp) : context.ledger.imply(leaf, 'the device keeps the MAC of its hardware')
}

/** Five bytes by chance, after one that says that the address is of nobody's making. */
const chance = "ip link set dev $IFACE address 02$(od -An -N5 -tx1 /dev/urandom | sed 's/ /:/g') || true"

const madeUp = approximate(
  'the kernel makes a MAC up for a device of its own at each boot, or takes that of a port, where there is no udev',
  'write a MAC of your own',
)
