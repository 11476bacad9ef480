import { placeOf, relatedTo } from '../place.ts'
import { allPortsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/** A bond gives its own MTU to a port when it takes it, and each time that its own changes (drivers/net/bonding/bond_main.c, bond_enslave). */
export const bondPortMtu: Rule = (network, report) => {
  for (const { controller, link } of allPortsOf(network)) {
    const { mtu } = link
    if (controller.kind !== 'bond' || mtu === undefined || mtu.value === controller.mtu?.value) continue
    const related = controller.mtu === undefined ? [] : relatedTo(controller.mtu, `the MTU of ${controller.id} is here`)
    report.add('bond-port-mtu', { port: link.id, mtu: mtu.value, bond: controller.id }, { place: placeOf(mtu), related })
  }
}
