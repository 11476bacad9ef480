import { holds, type Ip, isMulticast, linkLocal6 } from '../../model/address.ts'
import type { Vxlan } from '../../model/network.ts'
import type { Rule } from '../rule.ts'

/** What the kernel refuses of what netplan takes (drivers/net/vxlan/vxlan_core.c, vxlan_config_validate; run with 6.18). */
export const vxlanRefused: Rule = (network, report) => {
  for (const link of network.links) {
    if (link.kind !== 'vxlan') continue
    for (const { key, why, remedy } of refusals(link))
      report.add('vxlan-refused', { id: link.id, why, remedy }, { place: { path: ['tunnels', link.id, key], key: true } })
  }
}

interface Refusal {
  readonly key: string
  readonly why: string
  readonly remedy: string
}

const refusals = (link: Vxlan): readonly Refusal[] => {
  const { local, remote, group, parent, flowLabel, genericProtocol } = link
  const over6 = [local, remote, group].some(end => end?.value.family === 6)
  const [near, far] = [local, remote].map(end => end !== undefined && isLinkLocal(end.value))
  const found: readonly (Refusal | false)[] = [
    genericProtocol !== undefined && {
      key: 'extensions',
      why: 'it has `generic-protocol` only together with what netplan has no key for',
      remedy: 'take `generic-protocol` out',
    },
    group !== undefined &&
      parent === undefined && { key: 'remote', why: 'to a multicast group it needs a device to send by', remedy: 'add `link`' },
    local !== undefined &&
      isMulticast(local.value) && {
        key: 'local',
        why: 'a multicast group is no address of this machine',
        remedy: 'write an address of this machine in `local`, and the group in `remote`',
      },
    flowLabel !== undefined &&
      flowLabel.value > 0 &&
      !over6 && { key: 'flow-label', why: 'only IPv6 has flow labels', remedy: 'take `flow-label` out, or write IPv6 addresses' },
    near === true && parent === undefined && { key: 'local', why: 'a link-local address belongs to a device', remedy: 'add `link`' },
    remote !== undefined &&
      near !== far && { key: 'remote', why: 'one end has a link-local address and the other has not', remedy: 'write both alike' },
  ]
  return found.filter(one => one !== false)
}

const isLinkLocal = ({ text }: Ip): boolean => holds(linkLocal6, text)
