import type { Dummy } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

/** `link-type dummy` makes it (addons/link.py). */
export const dummy = common satisfies Fields<Dummy, Docs, InterfacesAt>
