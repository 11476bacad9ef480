import * as z from 'zod/mini'
import { required } from '../field.ts'
import { id } from '../scalars.ts'
import { common } from './common.ts'

export const veth = z.strictObject({
  ...common,
  peer: required(id, 'The other end of the pair: a virtual Ethernet device whose `peer` is this one.', ['veth1']),
})
