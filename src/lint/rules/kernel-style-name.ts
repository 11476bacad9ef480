import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/**
 * The kernel names NICs eth0, eth1, wlan0, … in the order in which it finds them. Renaming one to such a name fails with EEXIST while
 * another holds it, and udev no longer swaps names; so the result depends on a race (systemd.link(5) warns of it at Name=).
 */
export const kernelStyleName: Rule = (network, report) => {
  for (const link of network.links) {
    if (link.kind !== 'ethernet' && link.kind !== 'wifi') continue
    const { setName, match } = link
    if (setName === undefined || !/^(eth|wlan|wwan|usb)\d+$/.test(setName.value) || match?.name?.value === setName.value) continue
    report.add('kernel-style-name', { link: link.id, name: setName.value }, { place: placeOf(setName) })
  }
}
