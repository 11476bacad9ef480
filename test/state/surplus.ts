import type { Described } from './described.ts'
import type { KernelState } from './kernel-state.ts'
import { surplusNameServersOf } from './name-servers.ts'
import { surplusRulesOf } from './rules.ts'
import { surplusDropsOf } from './surplus-routes.ts'

/** What there is on the machine that nobody has described. */
export const surplusOf = (described: Described, state: KernelState): readonly string[] => [
  ...surplusLinksOf(described, state),
  ...surplusRulesOf(described.network, state),
  ...surplusDropsOf(described, state),
  ...surplusNameServersOf(described, state),
]

/**
 * The kernel makes these by itself: the loopback device, one of each kind of tunnel in each namespace as soon as the module is there
 * (net.core.fb_tunnels_only_for_init_net), and the ether of mac80211_hwsim.
 */
const own = ['lo', 'tunl0', 'gre0', 'gretap0', 'erspan0', 'sit0', 'ip_vti0', 'ip6tnl0', 'ip6gre0', 'ip6_vti0', 'hwsim0']

const surplusLinksOf = ({ network, nics }: Described, { links }: KernelState): readonly string[] => {
  const known = new Set([...own, ...Object.keys(nics), ...network.links.map(link => link.interface?.value ?? link.id)])
  return links.filter(({ ifname }) => !known.has(ifname)).map(({ ifname }) => `there is a device ${ifname}, which nobody has described`)
}
