import { spec } from '../spec.ts'

/** NG334x: tunnels of mode vxlan. */
export const vxlan = {
  'vxlan-without-id': spec<{ id: string }>({
    code: 'NG3341',
    severity: 'error',
    message: p => `${p.id} is a VXLAN without an identifier`,
    hint: () => 'add `id`, from 1 to 16777215: the VNI that the other ends have too',
  }),
  'vxlan-families': spec<{ local: string; remote: string }>({
    code: 'NG3342',
    severity: 'error',
    message: p => `a VXLAN goes over IPv4 or over IPv6, and ${p.local} and ${p.remote} are one of each`,
    hint: () => 'write both addresses in the same family',
  }),
  'port-range-swapped': spec<{ id: string; first: number; last: number }>({
    code: 'NG3343',
    severity: 'warning',
    message: p => `the ports of ${p.id} are in the wrong order; ${p.first} to ${p.last} is taken`,
    hint: p => `write \`port-range: [${p.first}, ${p.last}]\``,
  }),
}

/** NG434x: what is allowed of them and yet a mistake. */
export const vxlanLint = {
  'vxlan-refused': spec<{ id: string; why: string; remedy: string }>({
    code: 'NG4341',
    severity: 'warning',
    message: p => `the kernel does not make ${p.id}: ${p.why}`,
    hint: p => p.remedy,
  }),
  'vxlan-port-silent': spec<{ id: string; port: number }>({
    code: 'NG4342',
    severity: 'info',
    message: p => `${p.id} says no port, so it is the kernel’s ${p.port} and not IANA’s 4789`,
    hint: () => 'write the `port` that the other ends have: 4789 on most switches, and on all that is not Linux',
  }),
}
