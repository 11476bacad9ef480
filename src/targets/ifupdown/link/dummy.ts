import type { Dummy } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

/** ifupdown has no word for it: a command makes it. */
export const dummy = common satisfies Fields<Dummy, Docs, InterfacesAt>
