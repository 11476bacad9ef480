import { spec } from '../spec.ts'

const sample = { 4: '198.51.100.1', 6: '2001:db8::1' } as const

/** NG330x: tunnels in IP packets. */
export const tunnels = {
  'tunnel-family': spec<{ key: string; mode: string; family: 4 | 6 }>({
    code: 'NG3301',
    severity: 'error',
    message: p => `a tunnel of mode ${p.mode} goes over IPv${p.family}, and this is no address of it`,
    hint: p => `write an IPv${p.family} address in \`${p.key}\`, or take another mode`,
  }),
  'tunnel-without-remote': spec<{ mode: string; family: 4 | 6 }>({
    code: 'NG3302',
    severity: 'error',
    message: p => `a tunnel of mode ${p.mode} needs \`remote\`, the address of the other end`,
    hint: p => `add \`remote: ${sample[p.family]}\`, with the address of the other machine`,
  }),
  'bad-tunnel-key': spec<{ key: string }>({
    code: 'NG3303',
    severity: 'error',
    message: p => `"${p.key}" is no key of a tunnel`,
    hint: () => 'write a number from 0 to 4294967295, or four of them from 0 to 255 with dots between, such as 0.0.4.210',
  }),
  'mode-without-key': spec<{ mode: string; renderer: string }>({
    code: 'NG3304',
    severity: 'error',
    message: p => `a tunnel of mode ${p.mode} has no key where ${p.renderer} makes it`,
    hint: p =>
      p.mode.startsWith('vti')
        ? 'take the key out, or write `renderer: networkd`'
        : 'take the key out, or take one of the modes gre, gretap, ip6gre and ip6gretap',
  }),
  'isatap-without-manager': spec<{ id: string }>({
    code: 'NG3305',
    severity: 'error',
    message: p => `${p.id} is an ISATAP tunnel, which netplan has with NetworkManager only, and the renderer is networkd`,
    hint: () => 'add `renderer: NetworkManager` to the definition, or take `mode: sit`',
  }),
}
