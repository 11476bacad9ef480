import { lacksCarrier } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

/** systemd-networkd sets the addresses when the carrier comes and takes them away when it goes (systemd.network(5), ConfigureWithoutCarrier=, IgnoreCarrierLoss=). */
export const addressWaitsForGuest: Rule = (network, report) => {
  for (const link of network.links) {
    const { id, addresses, ignoreCarrier } = link
    const [address] = addresses
    if (address === undefined || !ignoreCarrier.written || ignoreCarrier.value || !lacksCarrier(link, network)) continue
    const related = relatedTo(address.address, 'its address is here')
    report.add('address-waits-for-guest', { link: id }, { place: placeOf(ignoreCarrier), related })
  }
}
