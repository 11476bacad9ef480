import * as z from 'zod/mini'
import { common, physical } from './common.ts'

export const ethernet = z.strictObject({ ...common, ...physical })
