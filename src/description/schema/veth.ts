import { required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { id } from '../scalars.ts'
import { common } from './common.ts'

export const veth = mapping(() => ({
  ...common,
  peer: required(id, 'The other end of the pair: a virtual Ethernet device whose `peer` is this one.', ['veth1'], { since: '0.107' }),
}))
