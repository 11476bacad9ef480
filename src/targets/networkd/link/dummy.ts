import type { Dummy } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import { type NetworkdAt, netdev } from '../handlers.ts'
import { common } from './common.ts'

export const dummy = { ...common, mac: netdev('NetDev', 'MACAddress', word) } satisfies Fields<Dummy, Docs, NetworkdAt>
