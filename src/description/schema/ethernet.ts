import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { id, oneOf, uint, yesNo } from '../scalars.ts'
import { wiredAuth } from './auth.ts'
import { common, physical } from './common.ts'

/** SR-IOV: a NIC that shows itself as several. */
export const sriov = {
  link: field(id, 'The NIC is a virtual function (SR-IOV) of that one.', ['eno2', 'eno3'], {
    since: '0.99',
    default: 'a NIC of its own',
  }),
  'virtual-function-count': field(uint(0, 256), 'How many virtual functions the NIC shall have.', ['4', '8'], {
    since: '0.99',
    default: 'as many as are defined',
    unit: 'virtual functions',
  }),
  'embedded-switch-mode': field(
    oneOf('switchdev', 'legacy'),
    'How the switch in the NIC takes part: `switchdev` shows each virtual function as a port that the kernel can switch.',
    ['switchdev', 'legacy'],
    { since: '0.104', default: 'left to the driver' },
  ),
  'delay-virtual-functions-rebind': field(
    yesNo,
    'The virtual functions get their driver back only when the network is up, not at once after `embedded-switch-mode`.',
    ['true', 'false'],
    { since: '0.104', default: 'false' },
  ),
}

export const ethernet = mapping(() => ({
  ...common,
  ...physical,
  ...sriov,
  auth: field(wiredAuth, '802.1X: how the machine proves to the switch who it is.', [{}]),
  'infiniband-mode': field(
    oneOf('datagram', 'connected'),
    'IP over InfiniBand: `connected` allows a larger MTU.',
    ['connected', 'datagram'],
    { since: '0.105', default: 'left to the kernel' },
  ),
}))
