import * as z from 'zod/mini'
import { field, required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { id, uint } from '../scalars.ts'
import { common } from './common.ts'
import { route, rule } from './route.ts'

const own = 'the VRF’s'
const table = () => field(uint(1), 'The number of the routing table, which has to be the VRF’s.', ['100'], { default: own })

export const vrf = mapping(() => ({
  ...common,
  table: required(uint(1), 'The number of the routing table that the VRF is for.', ['100', '200'], { since: '0.105' }),
  interfaces: field(z.array(id), 'The devices whose packets go by that table.', [['eno1', 'eno2'], ['eno1']], {
    since: '0.105',
    default: 'none',
  }),
  routes: field(z.array(z.extend(route, { table: table() })), 'Static routes, in the table of the VRF.', [[]]),
  'routing-policy': field(z.array(z.extend(rule, { table: table() })), 'Rules that look up the table of the VRF.', [[]]),
}))
