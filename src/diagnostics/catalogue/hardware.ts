import { spec } from '../spec.ts'

/** NG339x: virtual functions of NICs (SR-IOV). */
export const hardware = {
  'no-physical-function': spec<{ id: string; type: string }>({
    code: 'NG3391',
    severity: 'error',
    message: p => `${p.id} stands under \`${p.type}\`, and only a NIC can have virtual functions`,
    hint: () => 'let `link` name the NIC below `ethernets` that the virtual function is one of',
  }),
  'too-many-functions': spec<{ id: string; defined: number; count: number }>({
    code: 'NG3392',
    severity: 'error',
    message: p => `${p.defined} virtual functions of ${p.id} are defined, and it shall have ${p.count}`,
    hint: p => `write \`virtual-function-count: ${p.defined}\` or more, or take it out`,
  }),
  'not-physical-function': spec<{ id: string }>({
    code: 'NG3393',
    severity: 'error',
    message: p => `${p.id} has no virtual functions, so there is nothing to bind later`,
    hint: () => 'take `delay-virtual-functions-rebind` out, or say how many virtual functions there are: `virtual-function-count`',
  }),
  'filter-is-no-device': spec<{ id: string }>({
    code: 'NG3394',
    severity: 'error',
    message: p => `${p.id} has \`renderer: sriov\`: it is a filter in the NIC, and no device that another one could be made on`,
    hint: () => 'name the virtual function itself, or take `renderer: sriov` out',
  }),
  'filter-twice': spec<{ id: string; first: string }>({
    code: 'NG3395',
    severity: 'error',
    message: p => `${p.id} has the VLAN of ${p.first} already: a NIC filters one VLAN for a virtual function`,
    hint: () => 'keep one of the two, or make the other a VLAN of the kernel: take its `renderer: sriov` out',
  }),
}
