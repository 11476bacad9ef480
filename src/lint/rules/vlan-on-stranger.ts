import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** NetworkManager makes the VLAN when a device of that name is there; a typing error looks the same. */
export const vlanOnStranger: Rule = ({ links }, report) => {
  for (const link of links)
    if (link.kind === 'loose-vlan')
      report.add('vlan-on-stranger', { vlan: link.id, name: link.parent.value }, { place: placeOf(link.parent) })
}
