import type { Bridge } from '../../model/network.ts'
import { placeOf } from '../place.ts'
import { bridgesOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/** The addresses of the bridge itself belong to packets without a tag: without a PVID the kernel lets none of them through. */
export const bridgeAddressWithoutPvid: Rule = (network, report) => {
  for (const bridge of bridgesOf(network)) {
    if (bridge.vlanDefaultPvid === undefined || takesUntagged(bridge)) continue
    const what = bridge.addresses[0]?.address ?? (bridge.dhcp4.value ? bridge.dhcp4 : bridge.dhcp6.value ? bridge.dhcp6 : undefined)
    if (what !== undefined)
      report.add('bridge-address-without-pvid', { bridge: bridge.id }, { place: placeOf(bridge.vlans[0]) ?? placeOf(what) })
  }
}

const takesUntagged = ({ vlans, vlanDefaultPvid }: Bridge): boolean =>
  vlans.length === 0 ? vlanDefaultPvid?.value !== 0 : vlans.some(({ value }) => value.pvid && value.untagged)
