/** A value that netplan takes and netglot refuses, with the reason. */
export interface Stricter {
  readonly mutation: RegExp
  readonly why: string
}

const names = '(set-name|match\\.name|match\\.driver(\\.\\*)?)'
const counts = '(mtu|table|mark|congestion-window|advertised-receive-window|advertised-mss|channel)'

/** What only netglot refuses; docs/netplan-differences.md tells users of it. */
export const stricter: readonly Stricter[] = [
  { mutation: /:= ""$/, why: 'an empty text is no value; netplan writes an empty line, or takes it for nothing' },
  { mutation: new RegExp(`\\.${names} := `), why: 'no kernel takes the name' },
  { mutation: new RegExp(`\\.${counts} := "0"$`), why: 'netplan takes 0 for nothing' },
  { mutation: /\.ipv6-mtu := "(0|70000)"$/, why: 'IPv6 needs 1280 bytes, and no packet is larger than 65536' },
  { mutation: /\.mtu := "70000"$/, why: 'no packet is larger than 65536 bytes' },
  { mutation: /\.parameters\.(age?ing-time|forward-delay|hello-time|max-age) := /, why: 'no time, or one that the kernel refuses' },
  { mutation: /\.parameters\.(priority|path-cost\.\*) := "70000"$/, why: 'the kernel has 16 bits for it' },
  {
    mutation: /\.auth\.(ca-certificate|client-certificate|client-key) := /,
    why: 'a path without a folder means another file to each program',
  },
  { mutation: /\.auth\.phase2-auth := /, why: 'no such method' },
  {
    mutation:
      /^bonds\.\*\.parameters\.(arp-validate|arp-all-targets|ad-select|transmit-hash-policy|fail-over-mac-policy|primary-reselect-policy) := /,
    why: 'no such word in the kernel',
  },
  { mutation: /^bonds\.\*\.parameters\.(mii-monitor|arp|learn-packet)-interval := /, why: 'no time' },
  { mutation: /^bonds\.\*\.parameters\.(up|down)-delay := /, why: 'no time' },
  {
    mutation: /^bonds\.\*\.parameters\.(gratuiti?ous-arp|resend-igmp|packets-per-(member|slave)) := "70000"$/,
    why: 'the kernel has fewer bits for it',
  },
  { mutation: /^tunnels\.\*\.(port|port-range\.\*|type-of-service) := "70000"$/, why: 'the kernel has fewer bits for it' },
  { mutation: /\.virtual-function-count := /, why: 'no NIC has more than 256 virtual functions' },
  { mutation: /\.regulatory-domain := /, why: 'no country' },
  { mutation: /\.networkmanager\.uuid := /, why: 'libnm refuses the profile' },
  { mutation: /^modems\.\*\.(apn|network-id|sim-operator-id) := /, why: 'libnm refuses the profile' },
  { mutation: /\.use-domains := /, why: 'networkd passes over other words' },
  { mutation: /\.hostname := /, why: 'no host name' },
  { mutation: /\.nameservers\.search\.\* := /, why: 'no domain' },
  { mutation: /\.routes\.\*\.(via|from) := "192\.0\.2\.1\/24"$/, why: 'an address has no prefix length here, and networkd passes over it' },
]
