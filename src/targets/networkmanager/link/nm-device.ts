import type { NmDevice } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import type { NmAt } from '../handlers.ts'
import { wired } from './authentication.ts'
import { common } from './common.ts'

/** What it is, and most of what it does, is passed through. */
export const nmDevice = { ...common, auth: wired } satisfies Fields<NmDevice, Docs, NmAt>
