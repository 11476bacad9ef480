import { spec } from '../spec.ts'

/** NG445x: what the kernel passes over because a bond decides it. */
export const bondLint = {
  'bond-mac-idle': spec<{ bond: string }>({
    code: 'NG4451',
    severity: 'warning',
    message: p => `the MAC of ${p.bond} has no effect: with \`fail-over-mac-policy: active\` the bond has that of its active port`,
    hint: () => 'take it out, or the policy',
  }),
  'bond-port-mtu': spec<{ port: string; mtu: number; bond: string }>({
    code: 'NG4452',
    severity: 'warning',
    message: p => `\`mtu: ${p.mtu}\` of ${p.port} has no effect: the bond ${p.bond} gives its own MTU to its ports`,
    hint: p => `write \`mtu: ${p.mtu}\` for ${p.bond}, and take it out at ${p.port}`,
  }),
}
