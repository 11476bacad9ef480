import type { Dummy } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import type { NetplanAt } from '../handlers.ts'
import { common } from './common.ts'

export const dummy = common satisfies Fields<Dummy, Docs, NetplanAt>
