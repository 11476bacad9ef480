import { field, required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { id, oneOf, uint } from '../scalars.ts'
import { common } from './common.ts'

export const vlan = mapping(() => ({
  ...common,
  renderer: field(
    oneOf('networkd', 'NetworkManager', 'sriov'),
    'The stack that netplan shall use; with `sriov` it is no device: the NIC itself tags what the virtual function sends, and untags what it gets.',
    ['networkd', 'NetworkManager'],
    { default: 'networkd, or what is said above it' },
  ),
  id: required(uint(0, 4094), 'The tag of the VLAN, 0 to 4094.', ['10', '20']),
  link: required(id, 'The device that the VLAN is on.', ['eno1', 'eno2']),
  protocol: field(
    oneOf('802.1Q', '802.1q', '802.1ad'),
    'The protocol of the tag; `802.1ad` for the outer one of two (QinQ).',
    ['802.1ad', '802.1Q'],
    { since: 'netglot', default: '802.1Q' },
  ),
}))
