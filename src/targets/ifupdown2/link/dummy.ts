import type { Dummy } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import type { Fields } from '../../target.ts'
import { made } from './made.ts'

/** By command: what `link-type dummy` has made ifupdown2 hears of too late too, so that in a boot of test/boot it got no address. */
export const dummy = made satisfies Fields<Dummy, Docs, InterfacesAt>
