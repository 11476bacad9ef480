import { field, required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { id, oneOf } from '../scalars.ts'
import { common } from './common.ts'

export const ipvlan = mapping(() => ({
  ...common,
  link: required(id, 'The device that it is made on: a NIC, a bond, a VLAN.', ['eno1', 'eno2']),
  mode: field(
    oneOf('l2', 'l3', 'l3s'),
    'What the kernel does for it. `l2`: it hears broadcasts, so ARP and DHCP; `l3`: the kernel routes, and it hears none; `l3s`: the same with netfilter.',
    ['l3', 'l3s'],
    { since: 'netglot', default: 'l2' },
  ),
  flag: field(
    oneOf('bridge', 'private', 'vepa'),
    'How those on one device meet. `bridge`: they reach one another; `private`: they don’t; `vepa`: by way of the switch, which has to send frames back.',
    ['private', 'vepa'],
    { since: 'netglot', default: 'bridge' },
  ),
}))
