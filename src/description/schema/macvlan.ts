import * as z from 'zod/mini'
import { field, required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { account, id, mac, oneOf } from '../scalars.ts'
import { common } from './common.ts'

export const macvlan = mapping(() => ({
  ...common,
  link: required(id, 'The device that it is made on: a NIC, a bond, a VLAN, a bridge.', ['eno1', 'eno2']),
  mode: field(
    oneOf('bridge', 'private', 'vepa', 'passthru', 'source'),
    'How those on one device meet. `bridge`: they reach one another; `private`: they don’t; `vepa`: by way of the switch, which has to send frames back; `passthru`: the only one there, with the MAC of the device; `source`: it hears `source-macaddresses` alone.',
    ['private', 'vepa'],
    { since: 'netglot', default: 'bridge' },
  ),
  'source-macaddresses': field(
    z.array(mac),
    'Whom it hears in mode `source`, by their MACs.',
    [['52:54:00:dd:00:01'], ['52:54:00:dd:00:01', '52:54:00:dd:00:02']],
    { since: 'netglot', default: 'nobody' },
  ),
}))

/** What only a port has, and a macvtap can’t be one. */
const ofPorts = { hairpin: true, 'neigh-suppress': true, 'port-mac-learning': true, 'port-isolated': true, openvswitch: true } as const

export const macvtap = z.extend(z.omit(macvlan, ofPorts), {
  owner: field(account, 'The user who may open /dev/tapN, the character device, by name or number.', ['qemu', '64055'], {
    since: 'netglot',
    default: 'only root may',
  }),
  group: field(account, 'The group that may open it.', ['kvm', '104'], { since: 'netglot', default: 'only root may' }),
})
