import type { Ip } from '../../../model/address.ts'
import { type IpTunnelMode, kernelKind, type Tunnel } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { unitMac, unitWord } from '../device-unit.ts'
import type { Docs } from '../documents.ts'
import { word, yesNo } from '../format.ts'
import { type SuseAt, type SuseHandler, variable } from '../handlers.ts'
import type { Variable } from '../keys.ts'
import { modeWords } from '../tunnel-unit.ts'
import { common } from './common.ts'

/** Of a fixed TTL the kernel wants path MTU discovery, which wicked leaves off where nothing is said (try_tunnel_generic). */
const mode: SuseHandler<IpTunnelMode> = (leaf, { unit, ifcfg: { variables } }) => {
  if (unit !== undefined) return unitWord(unit, modeWords(leaf.value), leaf)
  variables.put('TUNNEL_PMTUDISC', yesNo.print(true), 'as the kernel has it where nothing is said; wicked would switch it off')
  if (leaf.value === 'isatap') variables.set('SIT_ISATAP', yesNo.print(true), leaf)
  return variables.set('TUNNEL', word.print(kernelKind(leaf.value)), leaf)
}

/** A variable of wicked's, or words for the unit. */
const either =
  <T>(name: Variable, slot: string, print: (value: T) => string, unitPrint = print): SuseHandler<T> =>
  (leaf, docs) =>
    docs.unit === undefined
      ? docs.ifcfg.variables.set(name, word.print(print(leaf.value)), leaf)
      : unitWord(docs.unit, `${slot} ${unitPrint(leaf.value)}`, leaf)

const address = (name: Variable, slot: string): SuseHandler<Ip> => either<Ip>(name, slot, ({ text }) => text)

/** wicked turns the bytes of a number around and cuts it to 16 bits; a dotted quad it reads right (try_tunnel_gre). */
const quad = (key: number): string => [24, 16, 8, 0].map(shift => (key >>> shift) & 0xff).join('.')

export const tunnel = {
  ...common,
  mac: (leaf, docs, at) => (docs.unit === undefined ? variable('LLADDR', word)(leaf, docs, at) : unitMac(docs.unit, leaf, docs, at)),
  mode,
  local: address('TUNNEL_LOCAL_IPADDR', 'local'),
  remote: address('TUNNEL_REMOTE_IPADDR', 'remote'),
  ttl: written(either('TUNNEL_TTL', 'ttl', String), 'ip(8) and the kernel do so of themselves'),
  inputKey: either('TUNNEL_GRE_IKEY', 'ikey', quad, String),
  outputKey: either('TUNNEL_GRE_OKEY', 'okey', quad, String),
} satisfies Fields<Tunnel, Docs, SuseAt>
