import { tapTable, tunTable } from '../../interfaces/tuntap.ts'
import { made } from './made.ts'

export const tap = tapTable(made)
export const tun = tunTable(made)
