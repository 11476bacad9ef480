import { conflict } from '../target.ts'
import type { InterfacesHandler } from './documents.ts'
import { stanzaOwner } from './openvswitch.ts'

/** Router advertisements at a port: it takes part in no IPv6 at all. */
export const ofPort: InterfacesHandler<boolean> = (leaf, _docs, { context }) =>
  leaf.value && leaf.written
    ? context.ledger.lose(leaf, conflict('a port takes no router advertisements', 'write it at the device whose port it is'))
    : context.ledger.imply(leaf, 'a port takes none')

/** A port that stays down: its bridge or bond brings it up, and so takes it down again. */
export const lowerPort: InterfacesHandler<unknown> = (leaf, _docs, { link, context }) =>
  context
    .docs(stanzaOwner(link.controller ?? '', context.network))
    .stanzas.first.run('lower', `ip link set dev ${link.interface?.value} down`, leaf)
