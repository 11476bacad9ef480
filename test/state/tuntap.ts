import type { Leaf } from '../../src/model/leaf.ts'
import type { Tap, Tun } from '../../src/model/network.ts'
import type { Accounts } from '../../src/targets/context.ts'
import { expectValue } from './described.ts'
import type { KernelState } from './kernel-state.ts'

export const tuntapOf = (device: Tap | Tun, name: string, state: KernelState, { users, groups }: Accounts): readonly string[] => {
  const kernel = state.tuntap.find(t => t.ifname === name)
  if (kernel === undefined) return [`is no ${device.kind}`]
  const number = (account: Leaf<string> | undefined, known: Readonly<Record<string, number>>): number | undefined =>
    account && (known[account.value] ?? Number(account.value))
  const group = number(device.group, groups)
  // The kernel lets anybody attach to a device that has neither, so root has to own it.
  const owner = number(device.owner, users) ?? (group === undefined ? 0 : undefined)
  return [
    ...expectValue(device.kind, true, kernel.flags.includes(device.kind)),
    ...expectValue('persistent', true, kernel.flags.includes('persist')),
    ...expectValue('multi-queue', device.multiQueue.value, kernel.flags.includes('multi_queue')),
    ...expectValue('vnet header', device.vnetHeader.value, kernel.flags.includes('vnet_hdr')),
    ...expectValue('packet information', device.packetInfo.value, kernel.flags.includes('pi')),
    ...(kernel.user === owner ? [] : [`owner is ${kernel.user}, not ${owner}`]),
    ...(kernel.group === group ? [] : [`group is ${kernel.group}, not ${group}`]),
  ]
}
