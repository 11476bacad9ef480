import * as z from 'zod/mini'
import { common } from './common.ts'

export const dummy = z.strictObject(common)
