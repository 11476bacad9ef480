import { wireguardTable } from '../../interfaces/wireguard.ts'
import { made } from './made.ts'

export const wireguard = wireguardTable(made)
