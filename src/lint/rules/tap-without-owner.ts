import type { Rule } from '../rule.ts'

/**
 * The kernel lets every user attach to a TAP that has neither owner nor group (drivers/net/tun.c, tun_not_capable; /dev/net/tun is open to
 * all). That can't be meant, so netglot gives such a device to root, as the kernel does the character device of a macvtap, and a hypervisor that
 * runs as another user is refused.
 */
export const tapWithoutOwner: Rule = (network, report) => {
  for (const link of network.links) {
    if (!('owner' in link) || link.owner !== undefined || link.group !== undefined) continue
    const path = link.interface?.origins[0]
    const kind = link.kind === 'macvtap' ? link.kind : link.kind.toUpperCase()
    report.add('tap-without-owner', { tap: link.id, kind }, { place: path && { path, key: true } })
  }
}
