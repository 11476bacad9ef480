/** A description of fixtures/ and the machine that it is for. */
export interface Case {
  /** The folder below fixtures/. */
  readonly name: string
  /** The MACs of the cards by the ids of their definitions. The last digit is the number of the socket, by which the firmware has it named. */
  readonly nics: Readonly<Record<string, string>>
  /** The ids of NICs that are described, and not in the machine. */
  readonly absent?: readonly string[]
  /** A program of test/boot/probes/ that tries more than the state shows, and prints a line for each fault. */
  readonly probe?: string
  /** The access point in reach of wlan0, which is then among the cards. */
  readonly accessPoint?: { readonly ssid: string; readonly passphrase: string }
  /** What the administrator has put on the machine before: WireGuard keys, for root and networkd to read. */
  readonly keys?: Readonly<Record<string, string>>
  /** What the far ends have beside a router and a DHCP server for each cable (lab-far.sh). */
  readonly far?: FarEnd
  /** The fixture of the description that is changed to: its answer is written over the first one and reloaded, without a reboot. */
  readonly changed?: string
}

interface FarEnd {
  /** The VLANs that a router and a DHCP server are in too, 10.66.ID.1: 10 to 254. */
  readonly vlans?: Readonly<Record<string, readonly number[]>>
  /** Cards whose cables end in one LACP bond. */
  readonly bonds?: readonly (readonly string[])[]
  /** What is answered for at each cable. */
  readonly addresses?: readonly string[]
}

const mac = (socket: number): string => `52:54:00:aa:00:0${socket}`
const [eno1, eno2, eno3, eno4] = [mac(1), mac(2), mac(3), mac(4)]
/** What mac80211_hwsim gives its second radio. */
const wlan0 = '02:00:00:00:01:00'

const homenet = { ssid: 'homenet', passphrase: 'correct horse battery' }

/** The cases that netglot was made for: they are booted on each occasion. */
export const origin: readonly Case[] = [
  { name: 'origin/1-bridge-dhcp', nics: { eno1 } },
  { name: 'origin/2-bridge-taps', nics: { eno1 }, probe: 'tap.py' },
  { name: 'origin/3-bridge-static', nics: { eno1 } },
  { name: 'origin/4-rename', nics: { reth0: eno1 } },
  {
    name: 'origin/5-wifi-4addr',
    nics: { wlan0 },
    accessPoint: homenet,
    probe: 'station.sh',
  },
  { name: 'origin/6-routed-tap', nics: { eno1 } },
  { name: 'origin/7-several-bridges', nics: { eno1, eno2 } },
]

const further: readonly Case[] = [
  { name: 'boot/rename-swap', nics: { eno2: eno1, eno1: eno2 } },
  { name: 'boot/overrides', nics: { eno1, eno2, eno4 }, absent: ['eno3'] },
  { name: 'boot/reload-before', nics: { eno1, eno2, eno3 }, changed: 'boot/reload-after' },
  { name: 'boot/lacp-bridge', nics: { eno1, eno2 }, far: { bonds: [['eno1', 'eno2']], vlans: { eno1: [20] } }, probe: 'lacp.sh' },
  { name: 'boot/veth-bridges', nics: { eno1 }, far: { addresses: ['192.0.2.1/32'] }, probe: 'pair.sh' },
  { name: 'boot/two-uplinks', nics: { eno1, eno2 } },
  { name: 'boot/ipv6-static', nics: { eno1, eno2, eno3 } },
  { name: 'keys/routes-and-rules', nics: { eno1, eno2 } },
  { name: 'keys/own-addresses', nics: { eno1, eno2, eno3 } },
  {
    name: 'bonds/every-parameter',
    nics: { eno1, eno2, eno3, eno4, eno5: mac(5), eno6: mac(6), eno7: mac(7), eno8: mac(8) },
    far: { bonds: [['eno1', 'eno2']], addresses: ['192.0.2.1/32'] },
  },
  { name: 'bonds/vlan-bridge', nics: { eno1, eno2 } },
  { name: 'bridges/port-keys', nics: { eno1, eno2 } },
  { name: 'bridges/vlans', nics: { eno1, eno2 } },
  { name: 'vlans/qinq', nics: { eno1 }, far: { vlans: { eno1: [20] } } },
  { name: 'vxlans/bridge', nics: { eno1 } },
  { name: 'tunnels/every-mode', nics: { eno1 } },
  { name: 'macvlans/guests', nics: { eno1, eno2 } },
  { name: 'ipvlans/services', nics: { eno1 } },
  { name: 'vrfs/two-tables', nics: { eno1, eno2 } },
  { name: 'virtual-ethernets/pair', nics: {} },
  { name: 'wireguard/two-peers', nics: { eno1 } },
]

/** What `netglot init` writes. Not incus-host, whose description is that of bridge-static. */
const recipes: readonly Case[] = [
  { name: 'recipes/bridge-dhcp', nics: { eno1 } },
  { name: 'recipes/bridge-static', nics: { eno1 } },
  { name: 'recipes/bridge-taps', nics: { eno1 } },
  { name: 'recipes/rename', nics: { reth0: eno1 } },
  { name: 'recipes/wifi-4addr', nics: { wlan0 }, accessPoint: homenet, probe: 'station.sh' },
  { name: 'recipes/wifi-routed', nics: { wlan0 }, accessPoint: homenet },
  { name: 'recipes/hoster-proxy-arp', nics: { eno1 } },
  { name: 'recipes/hoster-routed', nics: { eno1 } },
  { name: 'recipes/bond-vlans', nics: { eno1, eno2 }, far: { bonds: [['eno1', 'eno2']] } },
  { name: 'recipes/vlan-aware-bridge', nics: { eno1 } },
  { name: 'recipes/libvirt-host', nics: { eno1 } },
  { name: 'recipes/proxmox-host', nics: { eno1 } },
  { name: 'recipes/wireguard-site', nics: { eno1, eno2 }, keys: { 'wg0.key': '4GgaQCy68nzNsUE5aJ9fuLzHhB65tAlwbmA72MWnOm8=' } },
  { name: 'recipes/vrf', nics: { eno1, eno2 } },
]

export const cases: readonly Case[] = [...origin, ...further, ...recipes]
