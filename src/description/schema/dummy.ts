import { mapping } from '../mapping.ts'
import { common } from './common.ts'

export const dummy = mapping(() => common)
