import * as z from 'zod/mini'
import { field } from '../field.ts'
import { wiredAuth } from './auth.ts'
import { common, physical } from './common.ts'

export const ethernet = z.strictObject({
  ...common,
  ...physical,
  auth: field(wiredAuth, '802.1X: how the machine proves to the switch who it is.', [{}]),
})
