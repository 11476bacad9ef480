import { spec } from '../spec.ts'

/** NG438x: what is allowed of macvlans, macvtaps and ipvlans, and yet a mistake. */
export const macvlanLint = {
  'host-cut-from-guests': spec<{ link: string; taps: readonly string[] }>({
    code: 'NG4381',
    severity: 'info',
    message: p =>
      `nothing passes between the addresses of ${p.link} and what is on it: the host does not reach the guest of ${p.taps.join(', ')}`,
    hint: p => `give the addresses to one of \`macvlans\` with \`link: ${p.link}\`, which the guests do reach, and leave ${p.link} without`,
  }),
  'source-hears-nobody': spec<{ id: string }>({
    code: 'NG4382',
    severity: 'warning',
    message: p => `${p.id} is in mode source and names nobody: it hears nothing`,
    hint: () => 'list the MACs that it shall hear in `source-macaddresses`',
  }),
  'macvtap-addressed': spec<{ id: string; what: string }>({
    code: 'NG4383',
    severity: 'warning',
    message: p => `${p.id} ${p.what}, but what comes in by it is for the program that has it open: the host hears none of it`,
    hint: () => 'give it to one of `macvlans` on the same device, or set it up in the guest',
  }),
  'macvtap-without-mac': spec<{ id: string }>({
    code: 'NG4384',
    severity: 'info',
    message: p => `${p.id} has no MAC of the description’s, and the guest has to have the same one`,
    hint: () => 'write `macaddress`, and give QEMU that one: with another the guest hears nothing',
  }),
  'macvlan-on-wifi': spec<{ id: string; wifi: string }>({
    code: 'NG4385',
    severity: 'warning',
    message: p => `${p.id} has a MAC of its own on ${p.wifi}, and an access point drops what comes with another MAC than the station’s`,
    hint: () => 'take `ipvlans`, which have the MAC of the device below, or route',
  }),
  'ipvlan-lease': spec<{ id: string; why: string; remedy: string }>({
    code: 'NG4386',
    severity: 'warning',
    message: p => `${p.id} asks a DHCP server: ${p.why}`,
    hint: p => p.remedy,
  }),
}
