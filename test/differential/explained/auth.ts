import { type Explanation, nothing, says } from './explanation.ts'

const networkd = 'networkd' as const
const networkmanager = 'networkmanager' as const

/** The port of a switch where `key-management` is `none`. */
const off = { section: 'Authentication at a wired port', when: ({ entry }: { readonly entry: string }) => entry === 'auth/wired-none' }

/** How authentication differs, and the modes of Wi-Fi: the reason in docs/netplan-differences.md. */
export const auth: readonly Explanation[] = [
  {
    why: 'none means that nobody is asked, so nothing runs',
    ...off,
    target: networkd,
    place: /^(wpa\/(wired)?\.|service\/wpa_supplicant$)/,
    netplan: /./,
    ours: nothing,
  },
  { why: 'none means that nobody is asked', ...off, target: networkmanager, place: /^profile\/802-1x\./, netplan: /./, ours: nothing },
  {
    why: 'there is one way to ask at a wired port, and no frames to protect',
    section: 'Authentication at a wired port',
    target: networkd,
    place: /^wpa\/wired\.(key_mgmt|ieee80211w)$/,
    netplan: /^(WPA-EAP.*|1|2)$/,
    ours: /^(IEEE8021X)?$/,
  },
  ...([networkd, networkmanager] as const).map(target => ({
    why: 'a password protects a network, wherever it stands',
    section: 'Auth without a word for it',
    target,
    place: /^(wpa\/|profile\()/,
    netplan: /.*/,
    ours: /.*/,
    when: ({ entry }: { readonly entry: string }) => entry === 'auth/password-alone',
  })),
  {
    why: 'the ciphers of 192 bits, which wpa_supplicant does not choose of itself',
    section: 'WPA3 Enterprise',
    target: networkd,
    place: /^wpa\/.*\.(pairwise|group|group_mgmt)$/,
    netplan: nothing,
    ours: /^(GCMP-256|BIP-GMAC-256)$/,
  },
  {
    why: 'libnm knows the inner methods in small letters only, and refuses the profile',
    section: 'Inner methods',
    target: networkmanager,
    place: /^profile(\(.*\))?\/802-1x\.phase2-auth$/,
    netplan: /^[A-Z0-9]+$/,
    ours: /^[a-z0-9]+$/,
  },
  {
    why: 'NetworkManager would send the hash as the password; here it is a loss',
    section: 'A hash for a password',
    target: networkmanager,
    place: /^profile(\(.*\))?\/802-1x\.password$/,
    netplan: /^hash:/,
    ours: nothing,
  },
  {
    why: 'wpa_supplicant tells the kernel, and does so again when the radio comes back',
    section: 'The country of a radio',
    target: networkd,
    place: /^country$/,
    netplan: /^DE$/,
    ours: nothing,
    when: says('ours', 'wpa/.country=DE'),
  },
  {
    why: 'netplan 0.106 gives the channel of an ad-hoc network where wpa_supplicant does not look for it',
    section: 'Ad-hoc networks',
    target: networkd,
    release: /^0\.106$/,
    place: /^wpa\/.*\.(freq_list|frequency)$/,
    netplan: /^(5180)?$/,
    ours: /^(5180)?$/,
  },
  {
    why: 'the device stays up without a router',
    section: 'DHCP that goes on',
    target: networkmanager,
    place: /^profile\(guests\)\/ipv6\.ra-timeout$/,
    netplan: nothing,
    ours: /^2147483647$/,
  },
]
