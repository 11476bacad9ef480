/** What differs from boot to boot and says nothing of the configuration, with the reason. */
const volatile: readonly (readonly [leaf: RegExp, reason: string])[] = [
  [/^(ifindex|link_index|link_netnsid|altnames|parentdev|parentbus)$/, 'in the order in which devices appear'],
  [/^bridge port\.(id|no|designated_port)$/, 'in the order in which ports come'],
  [/^(address|permaddr|broadcast)$/, 'compared with the description, where it says or implies them'],
  [
    /^flags\.(LOWER_UP|NO-CARRIER|DORMANT)$|^(operstate|linkmode)$/,
    'whether there is a carrier: addresses and ports depend on it, and they are compared',
  ],
  [/^(promiscuity|allmulti)$|^flags\.(PROMISC|ALLMULTI)$/, 'how many programs and devices listen'],
  [/^qdisc$/, 'noqueue, or what the driver starts with'],
  [/\.(hello|tcn|topology_change|gc|hold|message_age|forward_delay)_timer$/, 'timers that run'],
  [/\.(topology_change|topology_change_detected|topology_change_ack|config_pending)$/, 'what STP is about'],
  [/\.(bridge_id|root_id|root_port|root_path_cost|designated_cost)$/, 'follow from MACs and priorities, which are compared'],
  [/^bridge port\.state$/, 'listening, learning, forwarding: how far STP is'],
  [/^bridge\.mcast_hash_elasticity$|^bridge\.hash_/, 'seeds'],
  [
    /^bond\.(active_slave|ad_info)$|^bond port\.(state|mii_status|link_failure_count|ad_.*|perm_hwaddr)$/,
    'which port carries the traffic just now',
  ],
  [/^bridge\.ageing_time$/, 'shortened while STP tells of a change; where it is described it is compared'],
  [/^ipv6\.(stable_secret|mc_forwarding)$|^ipv4\.mc_forwarding$/, 'secrets, and programs that route multicast'],
]

export const isVolatile = (leaf: string): boolean => volatile.some(([pattern]) => pattern.test(leaf))
