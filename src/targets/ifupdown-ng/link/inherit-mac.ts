import { namelessReason } from '../../../side/side.ts'
import type { InterfacesHandler } from '../../interfaces/documents.ts'
import { shellWord } from '../../interfaces/format.ts'

/** The kernel would give the device the lowest MAC of its ports, or that of the first. */
export const inherit: InterfacesHandler<string> = (leaf, { stanzas }, { context }) => {
  const port = context.link(leaf.value).interface?.value
  if (port === undefined) return context.ledger.lose(leaf, namelessReason)
  return stanzas.first.run('attach', `ip link set dev $IFACE address $(cat /sys/class/net/${shellWord(port)}/address) || true`, leaf)
}
