import type { Dummy } from '../../../model/network.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

/** A command makes it: Alpine's busybox knows it, and the executor `link-type` came with 0.12. */
export const dummy = common satisfies Fields<Dummy, Docs, InterfacesAt>
