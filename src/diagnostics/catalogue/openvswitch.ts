import { spec } from '../spec.ts'

/** NG34xx: Open vSwitch. */
export const openvswitch = {
  'ovs-type': spec<{ id: string; type: string }>({
    code: 'NG3396',
    severity: 'error',
    message: p => `${p.id} stands under \`${p.type}\`, and Open vSwitch makes only bridges, bonds, and VLANs of its bridges`,
    hint: () => 'take `openvswitch` out, or leave nothing in it but `external-ids` and `other-config`',
  }),
  'ovs-bond-alone': spec<{ id: string }>({
    code: 'NG3397',
    severity: 'error',
    message: p => `the Open vSwitch bond ${p.id} is no port of an Open vSwitch bridge`,
    hint: p => `add ${p.id} to \`interfaces\` of a bridge: in Open vSwitch a bond is a port`,
  }),
  'ovs-bond-ports': spec<{ id: string }>({
    code: 'NG3398',
    severity: 'error',
    message: p => `the Open vSwitch bond ${p.id} has fewer than two ports`,
    hint: () => 'give it two or more `interfaces`, or make the one a port of the bridge itself',
  }),
  'ovs-bond-mode': spec<{ mode: string }>({
    code: 'NG3399',
    severity: 'error',
    message: p => `Open vSwitch has no bond mode ${p.mode}`,
    hint: () =>
      'write active-backup, balance-tcp or balance-slb, or make it a bond of the kernel: take `openvswitch` out, and give the bridge no part in it',
  }),
  'patch-port-alone': spec<{ port: string }>({
    code: 'NG3400',
    severity: 'error',
    message: p => `the patch port ${p.port} belongs to no bridge`,
    hint: p => `add ${p.port} to \`interfaces\` of an Open vSwitch bridge`,
  }),
  'patch-port-twice': spec<{ port: string }>({
    code: 'NG3401',
    severity: 'error',
    message: p => `the patch port ${p.port} has another peer already, or is a device by itself`,
    hint: () => 'give each end of each patch a name of its own',
  }),
  'ovs-ssl-missing': spec<{ target: string }>({
    code: 'NG3402',
    severity: 'error',
    message: p => `the controller ${p.target} wants to know who the machine is, and \`openvswitch.ssl\` does not say it`,
    hint: () => 'add `ssl: {ca-cert: …, certificate: …, private-key: …}` to `openvswitch` of the whole network',
  }),
  'ovs-settings-alone': spec<{ id: string; type: string }>({
    code: 'NG3403',
    severity: 'error',
    message: p => `${p.id} is no port, so Open vSwitch has no record of it that could hold \`external-ids\` or \`other-config\``,
    hint: p =>
      p.type === 'vrfs'
        ? 'take `openvswitch` out: a VRF is a port of nothing'
        : `make ${p.id} a port of an Open vSwitch bridge, or take \`openvswitch\` out`,
  }),
}
