/** The kernel's state as test/apply/lab-dump.sh dumps it, as far as it is compared: the words of `ip -j`. */
export interface KernelState {
  readonly links: readonly KernelLink[]
  readonly addresses: readonly KernelAddresses[]
  readonly routes4: readonly KernelRoute[]
  readonly routes6: readonly KernelRoute[]
  readonly rules4: readonly KernelRule[]
  readonly rules6: readonly KernelRule[]
  /** `bridge -j vlan` */
  readonly vlans: readonly KernelVlans[]
  readonly tuntap: readonly KernelTuntap[]
  readonly sysctl: Readonly<Record<string, string>>
  /** What programs that resolve names are told: resolv.conf(5). */
  readonly resolv: string | null
  /** `iw dev` */
  readonly wifi: string
  /** `wg show all dump` */
  readonly wireguard: string
  /** Of the DHCP server at the far end. */
  readonly leases: string | null
  /** What `ethtool -k` shows as on, by device. */
  readonly features?: Readonly<Record<string, readonly string[]>>
}

export interface KernelLink {
  readonly ifname: string
  readonly ifalias?: string
  /** What it is made on. */
  readonly link?: string
  readonly address: string
  readonly mtu: number
  readonly flags: readonly string[]
  readonly master?: string
  readonly linkinfo?: {
    readonly info_kind?: string
    readonly info_slave_kind?: string
    readonly info_data?: KernelDetails
    readonly info_slave_data?: KernelDetails
  }
}

export type KernelDetails = Readonly<Record<string, unknown>>

export interface KernelAddresses {
  readonly ifname: string
  readonly addr_info: readonly {
    readonly family?: string
    readonly local?: string
    readonly prefixlen?: number
    readonly label?: string
    readonly preferred_life_time?: number
    readonly temporary?: boolean
  }[]
}

export interface KernelRoute {
  readonly type?: string
  readonly dst: string
  readonly gateway?: string
  readonly dev?: string
  readonly metric?: number
  readonly table?: string
  readonly scope?: string
  readonly protocol?: string
  readonly prefsrc?: string
  readonly flags?: readonly string[]
  readonly nexthops?: readonly { readonly gateway?: string; readonly dev?: string }[]
  readonly metrics?: readonly Readonly<Record<string, number>>[]
}

export interface KernelRule {
  readonly priority: number
  readonly src?: string
  readonly srclen?: number
  readonly dst?: string
  readonly dstlen?: number
  readonly fwmark?: string
  readonly tos?: string
  readonly table?: string
}

export interface KernelVlans {
  readonly ifname: string
  readonly vlans: readonly { readonly vlan: number; readonly vlanEnd?: number; readonly flags?: readonly string[] }[]
}

export interface KernelTuntap {
  readonly ifname: string
  readonly flags: readonly string[]
  readonly user?: number
  readonly group?: number
}
