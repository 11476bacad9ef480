import type { Bond, Link, Network } from '../../src/model/network.ts'
import { expectLeaf, expectValue, nameOf, oneOrZero } from './described.ts'
import type { KernelLink } from './kernel-state.ts'

/** `ip -j` has a list, or nothing. */
const listOf = (texts: unknown): string => (Array.isArray(texts) ? texts.join(' ') : '')

export const bondOf = (bond: Bond, kernel: KernelLink, network: Network): readonly string[] => {
  const data = kernel.linkinfo?.info_data
  const primary = bond.ports.find(port => port.primary !== undefined)
  return [
    ...expectValue('kind', 'bond', kernel.linkinfo?.info_kind),
    ...expectLeaf('mode', bond.mode, data?.mode),
    ...expectLeaf('MII interval', bond.miiMonitor, data?.miimon),
    ...expectLeaf('up delay', bond.upDelay, data?.updelay),
    ...expectLeaf('down delay', bond.downDelay, data?.downdelay),
    ...expectLeaf('ARP interval', bond.arpInterval, data?.arp_interval),
    ...expectValue('ARP targets', listOf(bond.arpTargets.map(({ value }) => value.text)), listOf(data?.arp_ip_target)),
    ...expectLeaf('ARP validation', bond.arpValidate, data?.arp_validate),
    ...expectLeaf('ARP targets that must answer', bond.arpAllTargets, data?.arp_all_targets),
    ...expectLeaf('LACP rate', bond.lacpRate, data?.ad_lacp_rate),
    ...expectLeaf('selection of the aggregator', bond.adSelect, data?.ad_select),
    ...expectLeaf('minimum of links', bond.minLinks, data?.min_links),
    ...expectLeaf('hash policy', bond.hashPolicy, data?.xmit_hash_policy),
    ...expectLeaf('all ports active', bond.allPortsActive, data?.all_slaves_active, oneOrZero),
    ...expectLeaf('MAC at failover', bond.failOverMac, data?.fail_over_mac),
    ...expectLeaf('gratuitous ARPs', bond.gratuitousArp, data?.num_peer_notif),
    ...expectLeaf('packets per port', bond.packetsPerPort, data?.packets_per_slave),
    ...expectLeaf('choice of the primary port', bond.primaryReselect, data?.primary_reselect),
    ...expectLeaf('IGMP reports', bond.resendIgmp, data?.resend_igmp),
    ...expectLeaf('learning interval', bond.learnInterval, data?.lp_interval),
    ...expectValue('primary port', primary && nameOf(network, primary.link.value), data?.primary),
  ]
}

/** The kernel then sets no MAC on the bond: it has that of its active port (bond_main.c, bond_set_mac_address). */
export const hasMacOfPort = (link: Link): boolean => link.kind === 'bond' && link.failOverMac?.value === 'active'
