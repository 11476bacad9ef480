import { isVirtual } from '../../model/network.ts'
import { approximate } from '../target.ts'
import type { InterfacesHandler } from './documents.ts'

/** ifup sets addresses with and without carrier. */
export const ignoreCarrier: InterfacesHandler<boolean> = (leaf, _docs, { link, context }) =>
  leaf.value || !leaf.written || isVirtual(link)
    ? context.ledger.imply(leaf, 'ifup sets addresses with and without carrier')
    : context.ledger.lose(leaf, approximate('ifup sets addresses without waiting for a carrier', 'take it out'))
