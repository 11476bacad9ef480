import * as z from 'zod/mini'
import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { id, seconds, uint, vlanRange, yesNo } from '../scalars.ts'
import { common } from './common.ts'
import { ovsBridge } from './openvswitch.ts'

const numbersByPort = (most: number) => z.record(z.string(), uint(0, most))

const vlans = z.array(vlanRange).check(z.refine(list => list.length > 0, { params: { expected: 'a list of at least one VLAN' } }))

const bridgeParameters = mapping(() => ({
  'ageing-time': field(seconds, 'How long the bridge remembers a MAC address, in seconds.', ['200', '400'], {
    default: 'the kernel’s: 300',
  }),
  'aging-time': field(seconds, 'Another spelling of `ageing-time`.', ['200', '400'], { since: '0.105', default: 'the kernel’s: 300' }),
  'forward-delay': field(
    seconds,
    'How long a port listens, and learns, before it forwards, in seconds; 0 only where STP is off.',
    ['4', '10'],
    { default: 'the kernel’s: 15' },
  ),
  'hello-time': field(seconds, 'The time between two hello packets of STP, in seconds.', ['1', '3'], { default: 'the kernel’s: 2' }),
  'max-age': field(seconds, 'How long STP keeps what it heard, in seconds.', ['12', '16'], { default: 'the kernel’s: 20' }),
  priority: field(uint(0, 65_535), 'The bridge with the lowest priority becomes STP’s root.', ['4096', '8192'], {
    default: 'the kernel’s: 32768',
  }),
  stp: field(yesNo, 'Run the spanning tree protocol, which keeps loops out.', ['false', 'true'], {
    default: 'true where `parameters` is there, else false',
  }),
  'path-cost': field(numbersByPort(65_535), 'STP’s cost of a port, by port.', [{ eno1: '10' }], { default: 'the kernel’s, by speed' }),
  'port-priority': field(numbersByPort(63), 'STP’s priority of a port, 0 to 63, by port.', [{ eno1: '8' }], {
    default: 'the kernel’s: 32',
  }),
  'vlan-filtering': field(yesNo, 'Each port takes part in its VLANs alone; without it tags are nothing to the bridge.', ['true', 'false'], {
    default: 'false',
    since: 'netglot',
  }),
  'vlan-default-pvid': field(
    uint(0, 4094),
    'The VLAN, without a tag, of ports and of a bridge that have no list; 0 for none.',
    ['0', '5'],
    {
      default: '1 with `vlan-filtering`',
      since: 'netglot',
    },
  ),
  vlans: field(
    vlans,
    'All VLANs of the bridge itself: `pvid`: what comes in without a tag is in it; `untagged`: it goes out without a tag.',
    [['1 pvid untagged', '10-20'], ['10']],
    { default: 'the default PVID', since: 'netglot' },
  ),
  'port-vlans': field(
    z.record(z.string(), vlans),
    'All VLANs of a port, by port.',
    [{ eno1: ['10 pvid untagged', '20-30'] }, { eno1: ['20'] }],
    {
      default: 'the default PVID',
      since: 'netglot',
    },
  ),
}))

export const bridge = mapping(() => ({
  ...common,
  openvswitch: field(ovsBridge, 'Makes it a bridge of Open vSwitch.', [{}], { since: '0.100' }),
  interfaces: field(z.array(id), 'The ports of the bridge.', [['eno1'], ['eno1', 'eno2']], { default: 'no port' }),
  'macaddress-from': field(
    id,
    'The port whose permanent MAC address the bridge shall carry, so that a DHCP reservation still holds.',
    ['eno1', 'eno2'],
    { since: 'netglot' },
  ),
  parameters: field(bridgeParameters, 'The bridge’s own settings. Where `parameters` is there without `stp`, STP is on.', [{}]),
}))
