import { spec } from '../spec.ts'

/** NG3361 to NG3363: the two ends of a virtual Ethernet pair. */
export const pairs = {
  'own-peer': spec<{ id: string }>({
    code: 'NG3361',
    severity: 'error',
    message: p => `${p.id} can't be its own peer: a pair has two ends`,
    hint: () => 'define the other end below `virtual-ethernets` too, and name it here',
  }),
  'no-veth': spec<{ id: string; peer: string; type: string }>({
    code: 'NG3362',
    severity: 'error',
    message: p => `${p.peer} can't be the other end of ${p.id}: it stands below \`${p.type}\``,
    hint: p => `define the other end below \`virtual-ethernets\`, with \`peer: ${p.id}\``,
  }),
  'peer-of-another': spec<{ id: string; peer: string; other: string }>({
    code: 'NG3363',
    severity: 'error',
    message: p => `${p.peer}, the peer of ${p.id}, has another peer: ${p.other}`,
    hint: p => `the two ends of a pair name each other: write \`peer: ${p.id}\` there, or name another one here`,
  }),
}
