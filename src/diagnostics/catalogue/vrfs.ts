import { spec } from '../spec.ts'

/** NG3364 to NG3367, NG3441 and NG3442: VRFs and their members. */
export const vrfs = {
  'two-vrfs': spec<{ id: string; first: string; second: string }>({
    code: 'NG3364',
    severity: 'error',
    message: p => `${p.id} can't be in ${p.second}: it is in ${p.first}`,
    hint: () => 'take it out of one of the two: a device goes by one VRF',
  }),
  'port-in-vrf': spec<{ id: string; controller: string; vrf: string }>({
    code: 'NG3365',
    severity: 'error',
    message: p => `${p.id} can't be in ${p.vrf}: it is a port of ${p.controller}`,
    hint: p => `put ${p.controller} into ${p.vrf} in its place: the addresses are there`,
  }),
  'vrf-in-vrf': spec<{ id: string; vrf: string }>({
    code: 'NG3366',
    severity: 'error',
    message: p => `${p.id} can't be in ${p.vrf}: it is a VRF itself`,
    hint: () => 'the kernel takes no VRF into a VRF; list the devices themselves',
  }),
  'other-table': spec<{ id: string; own: number; other: number }>({
    code: 'NG3367',
    severity: 'error',
    message: p => `this is about table ${p.other}, and ${p.id} is for table ${p.own}`,
    hint: p => `take \`table\` out, or write it at the device that a route into table ${p.other} is for`,
  }),
  'vrf-as-port': spec<{ vrf: string; controller: string }>({
    code: 'NG3441',
    severity: 'error',
    message: p => `${p.vrf} can't be a port of ${p.controller}: it is a VRF, and no frames come in by it`,
    hint: p => `put ${p.controller} into the \`interfaces\` of ${p.vrf}, or take the members of ${p.vrf} as ports`,
  }),
  'vlan-on-vrf': spec<{ vrf: string; vlan: string }>({
    code: 'NG3442',
    severity: 'error',
    message: p => `${p.vlan} can't be made on ${p.vrf}: it is a VRF, which carries no VLANs`,
    hint: p => `make ${p.vlan} on a device, and put it into the \`interfaces\` of ${p.vrf}`,
  }),
}
