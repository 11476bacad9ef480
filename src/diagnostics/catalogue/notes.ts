import { spec } from '../spec.ts'

export interface Note {
  readonly target: string
  readonly link: string
}

/** NG6xxx: where the description is silent, or the machine has a say; nothing is lost. */
export const notes = {
  'default-differs': spec<{ target: string; field: string; why: string; remedy: string }>({
    code: 'NG6001',
    severity: 'warning',
    message: p => `${p.target} can't be told the default of ${p.field}: ${p.why}`,
    hint: p => p.remedy,
  }),
  'bridge-mac-unset': spec<Note & { does: string }>({
    code: 'NG6002',
    severity: 'warning',
    message: p => `${p.link} has no \`macaddress\`: ${p.does}`,
    hint: () => 'write `macaddress` with the address of the NIC, or a DHCP reservation may not hold and the targets differ',
  }),
  'dns-resolver': spec<Note & { does: string }>({
    code: 'NG6003',
    severity: 'warning',
    message: p => `the name servers of ${p.link} reach a resolver only if ${p.does}`,
    hint: () => 'install that package, or write /etc/resolv.conf by hand',
  }),
  'undescribed-nics': spec<{ target: string }>({
    code: 'NG6004',
    severity: 'info',
    message: () => 'NetworkManager takes every NIC that has no profile and asks a DHCP server on it',
    hint: () => 'render with --machine-wide to switch that off (no-auto-default), or describe the NIC',
  }),
  'online-ordering': spec<{ target: string }>({
    code: 'NG6005',
    severity: 'info',
    message: () =>
      'networking.service of ifupdown2 is not ordered before network-online.target: services may start before the network is up',
    hint: () => 'render with --machine-wide to add the ordering',
  }),
  'lease-identity': spec<Note & { does: string }>({
    code: 'NG6006',
    severity: 'info',
    message: p => `${p.link} keeps the MAC of a NIC, but not for certain its lease: ${p.does}`,
    hint: () => 'where the DHCP server knows the machine by its MAC, write `dhcp-identifier: mac`',
  }),
  'name-needs-reboot': spec<Note>({
    code: 'NG6007',
    severity: 'info',
    message: p => `${p.link} gets its name from udev when the device appears, so not before the next boot`,
    hint: () => 'reboot after the files are in place; where the driver is in the initramfs, make that anew first (`apply` has the command)',
  }),
  'resolver-wide': spec<Note & { does: string }>({
    code: 'NG6008',
    severity: 'warning',
    message: p => `${p.link}: ${p.does}`,
    hint: () => 'check the resolver after the change',
  }),
  'stack-behaviour': spec<Note & { does: string; remedy: string }>({
    code: 'NG6009',
    severity: 'info',
    message: p => `${p.link}: ${p.does}`,
    hint: p => p.remedy,
  }),
  'ovs-plugin': spec<{ target: string }>({
    code: 'NG6010',
    severity: 'warning',
    message: () => 'NetworkManager has Open vSwitch in a plugin, without which none of its devices is made',
    hint: () =>
      'install NetworkManager-ovs and Open vSwitch; Debian and Ubuntu have no such package: render for another target there, such as networkd',
  }),
  'online-never': spec<{ target: string }>({
    code: 'NG6801',
    severity: 'warning',
    message: () =>
      'no device of the description is waited for at boot: systemd-networkd-wait-online may hold network-online.target for two minutes',
    hint: () =>
      'take `optional` out of one device; or, if networkd has no other, run `systemctl mask systemd-networkd-wait-online.service`',
  }),
  'goes-along': spec<{ link: string; renderer: string; leader: string }>({
    code: 'NG6251',
    severity: 'info',
    message: p =>
      `${p.link} goes to ${p.renderer} along with ${p.leader}: one is made on the other, and no stack has a part in another’s device`,
    hint: p => `nothing is to be done; \`renderer: ${p.renderer}\` at ${p.link} says the same`,
  }),
  'split-renderers': spec<{ target: string; link: string; renderer: string; other: string; otherRenderer: string }>({
    code: 'NG6361',
    severity: 'warning',
    message: p =>
      `netplan leaves ${p.link} to ${p.renderer} and ${p.other} to ${p.otherRenderer}, which belong together: neither of the two has both`,
    hint: () => 'give both one `renderer`; `-t auto` does it for one that names none',
  }),
  'version-assumed': spec<{ target: string; assumed: string }>({
    code: 'NG6090',
    severity: 'info',
    message: p => `${p.target} is written as ${p.assumed}: the newest known version that is not newer`,
    hint: () => '`netglot targets` lists the versions that netglot tells apart; what comes between them reads the files of the older',
  }),
}
