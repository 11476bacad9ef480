import { tunnelTable } from '../../interfaces/tunnel.ts'
import { made } from './made.ts'

export const tunnel = tunnelTable(made)
