import { settingOf } from '../../model/network.ts'
import type { Rule } from '../rule.ts'

/** The network gives a modem its addresses, and NetworkManager takes them only where the profile asks for them as it asks a DHCP server. */
export const modemWithoutAddress: Rule = (network, report) => {
  for (const link of network.links) {
    if (link.kind !== 'modem' || link.dhcp4.value || link.dhcp6.value || link.addresses.length > 0) continue
    if (settingOf(link.networkManager, 'ipv4.method') !== undefined) continue
    report.add(
      'modem-without-address',
      { modem: link.id },
      {
        place: { path: ['modems', link.id], key: true },
        fix: [{ do: 'set', path: ['modems', link.id, 'dhcp4'], value: 'true' }],
      },
    )
  }
}
