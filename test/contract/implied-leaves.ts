/** A leaf whose value changes nothing on a target, and rightly so. */
export interface ImpliedLeaf {
  /** The targets it holds for, by their spelling. */
  readonly targets: RegExp
  /** The leaf's path, joined by dots. */
  readonly path: RegExp
  /** Dropped, changed from the first example to the second, or both. */
  readonly how: 'dropped' | 'changed' | 'both'
  readonly why: string
}

const interfaces = /^ifupdown/

/** All of them; the test refuses an entry that is not needed. */
export const impliedLeaves: readonly ImpliedLeaf[] = [
  {
    targets: /./,
    path: /^vrfs\..*\.(routes|routing-policy)\.0\.table$/,
    how: 'dropped',
    why: 'a route or a rule of a VRF is about its table, whether it says so or not',
  },
  {
    targets: /^network/,
    path: /^vrfs\..*\.accept-ra$/,
    how: 'dropped',
    why: 'the first example is what silence means for a VRF, by which no router is heard',
  },
  {
    targets: /^(?!netplan)/,
    path: /^macvtaps\..*\.accept-ra$/,
    how: 'dropped',
    why: 'the first example is what silence means for a macvtap, whose program hears what comes in',
  },
  {
    targets: /^(netplan|networkd)/,
    path: /^macvtaps\..*\.optional$/,
    how: 'dropped',
    why: 'the first example is what silence means for a macvtap, which the boot has no part in',
  },
  {
    targets: /./,
    path: /^(tuns|vrfs)\..*\.(hairpin|neigh-suppress|port-mac-learning|port-isolated)$/,
    how: 'both',
    why: 'a TUN or a VRF is never the port of a bridge, so they have no effect',
  },
  { targets: /./, path: /^version$/, how: 'dropped', why: 'there is one version of the language, and netplan’s YAML says it anyway' },
  { targets: /^(?!netplan)/, path: /renderer$/, how: 'both', why: 'it tells netplan which stack to use; the others are that stack' },
  { targets: interfaces, path: /\.ignore-carrier$/, how: 'both', why: 'ifup sets addresses with and without carrier' },
  {
    targets: /^networkmanager/,
    path: /^(taps|tuns)\..*\.ignore-carrier$/,
    how: 'dropped',
    why: 'NetworkManager never waits for the carrier of a TAP or TUN',
  },
  {
    targets: /^(netplan|networkd)/,
    path: /^(taps|tuns)\..*\.(ignore-carrier|optional)$/,
    how: 'dropped',
    why: 'the first example is what silence means for a TAP or TUN, which has no carrier until a program attaches',
  },
  {
    targets: /^(netplan|networkd|suse)/,
    path: /^(bridges|bonds|vlans|macvlans|macvtaps|ipvlans|tunnels|dummy-devices|virtual-ethernets|vrfs)\..*\.ignore-carrier$/,
    how: 'dropped',
    why: 'the first example is what silence means for what the kernel makes',
  },
  {
    targets: /^(ifupdown|networkmanager)/,
    path: /^(taps|tuns|macvtaps|tunnels|dummy-devices|nm-devices|vrfs)\..*\.optional$/,
    how: 'both',
    why: 'the boot waits for the service as a whole, and a device that needs no carrier never holds it up',
  },
  {
    targets: interfaces,
    path: /^(bonds|vlans|macvlans|ipvlans|tunnels|virtual-ethernets)\..*\.optional$/,
    how: 'both',
    why: 'nothing in the stanza of a device without DHCP waits',
  },
  {
    targets: interfaces,
    path: /\.dhcp6-overrides\.(use|send)-hostname$/,
    how: 'dropped',
    why: 'dhclient neither takes nor sends a host name over DHCPv6',
  },
  {
    targets: /^(ifupdown|networkmanager|suse)/,
    path: /\.dhcp[46]-overrides\.use-domains$/,
    how: 'dropped',
    why: 'the first example is what these clients do of themselves',
  },
  {
    targets: /^ifupdown-ng/,
    path: /^(ethernets|wifis)\..*\.optional$/,
    how: 'both',
    why: 'ifup waits for a lease alone, and the base has none; nothing brings a NIC up that comes later',
  },
  {
    targets: /^ifupdown-ng/,
    path: /\.dhcp4-overrides\.use-(ntp|hostname|mtu)$/,
    how: 'dropped',
    why: 'the first example is what udhcpc does of itself',
  },
  {
    targets: /^ifupdown-ng/,
    path: /\.dhcp-identifier$/,
    how: 'dropped',
    why: 'udhcpc lets the server go by the MAC, and so does dhcpcd as it is told here',
  },
  {
    targets: /^ifupdown2/,
    path: /\.dhcp-identifier$/,
    how: 'dropped',
    why: 'ifupdown2 starts dhclient without -i, so the server goes by the MAC',
  },
  {
    targets: /./,
    path: /^wifis\.wlan0\.auth\./,
    how: 'both',
    why: 'netplan passes over it, and so do we, with a warning that is about no target',
  },
  {
    targets: /./,
    path: /^bridges\.br0\.(hairpin|neigh-suppress|port-mac-learning|port-isolated)$/,
    how: 'both',
    why: 'a bridge is no port of a bridge; the warning is about no target',
  },
  {
    targets: /^(netplan|networkmanager)/,
    path: /^(modems|nm-devices)\.[^.]+\.(set-name$|wakeonw?lan|emit-lldp$|.*-offload$|link$|virtual-|embedded-|delay-|infiniband-)/,
    how: 'both',
    why: 'netplan passes over what is for network cards, and so do we, with a warning that is about no target',
  },
  {
    targets: /^netplan/,
    path: /^nm-devices\.(nmd0\.)?renderer$/,
    how: 'both',
    why: 'it is NetworkManager whatever is said, and that is what is written',
  },
  {
    targets: /^(netplan|networkmanager)/,
    path: /^nm-devices\.[^.]+\.match\./,
    how: 'both',
    why: 'the same: a profile matches by its own settings',
  },
  {
    targets: /./,
    path: /^ethernets\.eno1\.wakeonwlan/,
    how: 'both',
    why: 'a NIC has no radio; the warning is about no target',
  },
  {
    targets: /./,
    path: /^(ethernets|nm-devices)\.[^.]+\.auth\.key-management$/,
    how: 'dropped',
    why: 'at a wired port there is nothing else but 802.1X',
  },
  {
    targets: /^(ifupdown|networkd|suse)/,
    path: /\.networkmanager\.(name|uuid)$/,
    how: 'both',
    why: 'only NetworkManager has profiles',
  },
  {
    targets: /./,
    path: /\.networkmanager\.(stable-id|device)$/,
    how: 'both',
    why: 'netplan reads it and writes it nowhere, and so do we, with a warning that is about no target',
  },
  {
    targets: /^(ifupdown|networkd)/,
    path: /\.access-points\.homenet\.mode$/,
    how: 'dropped',
    why: 'wpa_supplicant is a station where nothing else is said',
  },
  {
    targets: /./,
    path: /\.optional-addresses/,
    how: 'both',
    why: 'nothing has it; the warning is about no target',
  },
  {
    targets: /^networkmanager/,
    path: /^(?!wifis|modems).*\.critical$/,
    how: 'both',
    why: 'NetworkManager leaves all devices but radios and modems as they are when it stops',
  },
  {
    targets: interfaces,
    path: /\.ra-overrides\.use-dns$/,
    how: 'dropped',
    why: 'nothing reads name servers of router advertisements, and the first example wants it so',
  },
  {
    targets: /^(networkmanager|suse)/,
    path: /\.ra-overrides\.use-domains$/,
    how: 'dropped',
    why: 'the first example is what they do of themselves',
  },
  {
    targets: /^netplan/,
    path: /^(modems|nm-devices)\..*\.ra-overrides\.use-domains$/,
    how: 'dropped',
    why: 'the same, since they are NetworkManager’s',
  },
  {
    targets: /^networkmanager/,
    path: /^tunnels\.gre1\.checksums$/,
    how: 'dropped',
    why: 'the first example is what the kernel does of itself, and NetworkManager leaves it to the kernel',
  },
]
