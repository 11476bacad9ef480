import * as z from 'zod/mini'
import { vxlanChecksums, vxlanExtensions, vxlanNotifications } from '../../model/links/vxlan.ts'
import { field } from '../field.ts'
import { id, scalar, uint, yesNo } from '../scalars.ts'

/** The mode of a tunnel that is a VXLAN. */
export const vxlanModes = ['vxlan'] as const

/** One of a few words, in any case: netplan compares these so. */
const flag = <const W extends string>(...all: readonly W[]) =>
  scalar<W>({ expected: `one of ${all.join(', ')}`, read: text => all.find(w => w === text.toLowerCase()), json: { enum: all } })

const port = uint(0, 65_535)
const off = { default: 'off' }

/** The keys of a VXLAN. */
export const vxlanKeys = {
  id: field(uint(0, 16_777_215), 'The network identifier (VNI) of a VXLAN, 1 to 16777215; it has to be there.', ['42', '4711'], {
    since: '0.105',
  }),
  link: field(id, 'The device that the packets of a VXLAN go out by; a multicast group needs one.', ['eno1', 'eno2'], {
    default: 'any, as the routes have it',
    since: '0.105',
  }),
  port: field(
    port,
    'The UDP port: of a VXLAN that of the other ends, for which IANA has 4789; of WireGuard the one that it listens on.',
    ['4789', '8473'],
    { default: '8472, as the kernel has it; for WireGuard one that the kernel chooses', since: '0.100' },
  ),
  'port-range': field(
    z.array(port).check(z.length(2)),
    'The UDP ports that a VXLAN sends from: the lowest and the highest.',
    [
      ['42000', '42999'],
      ['43000', '43999'],
    ],
    { since: '0.105', default: 'left to the kernel' },
  ),
  'type-of-service': field(uint(0, 255), 'The DS field of the packets outside; 1: that of the packet inside.', ['16', '184'], {
    default: '0',
    since: '0.105',
  }),
  'mac-learning': field(yesNo, 'Learn from what comes in behind which machine a MAC address is.', ['false', 'true'], {
    default: 'on',
    since: '0.105',
  }),
  ageing: field(uint(), 'How long an address is kept that nothing more is heard of.', ['120', '600'], {
    default: '300',
    unit: 'seconds',
    since: '0.105',
  }),
  aging: field(uint(), 'The other spelling of `ageing`.', ['120', '600'], { unit: 'seconds', since: '0.105', default: '300' }),
  limit: field(uint(), 'How many addresses are kept at most.', ['1000', '2000'], {
    default: 'no limit',
    unit: 'addresses',
    since: '0.105',
  }),
  'arp-proxy': field(yesNo, 'Answer ARP and neighbour discovery for the machines that the kernel has been told of.', ['true', 'false'], {
    ...off,
    since: '0.105',
  }),
  notifications: field(
    z.array(flag(...vxlanNotifications)),
    'What programs are told that the kernel has no entry for.',
    [['l2-miss'], ['l2-miss', 'l3-miss']],
    { since: '0.105', default: 'none' },
  ),
  'short-circuit': field(yesNo, 'Send packets for another network to the machine that has them, past the router.', ['true', 'false'], {
    ...off,
    since: '0.105',
  }),
  checksums: field(
    z.array(flag(...vxlanChecksums)),
    'Which checksums there are: `udp` over IPv4; over IPv6 `zero-udp6-tx` and `zero-udp6-rx` leave them out; `remote-tx` and `remote-rx` leave the inner ones to the other end.',
    [['udp'], ['udp', 'zero-udp6-tx']],
    { default: 'over IPv4 none, over IPv6 all', since: '0.105' },
  ),
  extensions: field(
    z.array(flag(...vxlanExtensions)),
    'Extensions of the protocol.',
    [['group-policy'], ['group-policy', 'generic-protocol']],
    { since: '0.105', default: 'none' },
  ),
  'flow-label': field(uint(0, 1_048_575), 'The flow label of packets over IPv6, 0 to 1048575.', ['7', '4711'], {
    default: '0',
    since: '0.105',
  }),
  'do-not-fragment': field(yesNo, 'Set the bit in the packets outside that forbids to cut them.', ['true', 'false'], {
    ...off,
    since: '0.105',
  }),
}
