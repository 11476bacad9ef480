import { linkOf } from '../../model/network.ts'
import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** A frame of a station has three addresses, and its sender is the station: the access point knows no other MAC behind it. */
export const macvlanOnWifi: Rule = (network, report) => {
  for (const link of network.links) {
    if ((link.kind !== 'macvlan' && link.kind !== 'macvtap') || link.mode.value === 'passthru') continue
    const wifi = linkOf(network, link.parent.value)
    if (wifi.kind === 'wifi' && wifi.fourAddress?.value !== true)
      report.add('macvlan-on-wifi', { id: link.id, wifi: wifi.id }, { place: placeOf(link.parent) })
  }
}
