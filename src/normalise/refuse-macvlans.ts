import type { Report } from '../diagnostics/report.ts'
import type { Leaf } from '../model/leaf.ts'
import { hasMac, type Ipvlan, isInfiniband, type Link, type Macvlan, type Macvtap, type PhysicalLink } from '../model/network.ts'

type Upper = Macvlan | Macvtap | Ipvlan

const isUpper = (link: Link): link is Upper => link.kind === 'macvlan' || link.kind === 'macvtap' || link.kind === 'ipvlan'

/**
 * Macvlans, macvtaps and ipvlans that the kernel does not make. It hands what comes in by a device to one taker only (netdev_rx_handler_register):
 * a bridge, a bond, the macvlans or the ipvlans on it, or the program behind a macvtap.
 */
export function refuseMacvlans(links: readonly Link[], report: Report): void {
  for (const link of links) if (link.kind === 'macvtap') refusePort(link, links, report)
  for (const upper of links.filter(isUpper)) {
    const lower = links.find(link => link.id === upper.parent.value)
    if (lower === undefined) continue
    refuseUnfit(upper, lower, links, report)
    const first = links.filter(isUpper).find(other => other.parent.value === lower.id)
    if (first !== undefined && first !== upper) refuseBeside(upper, first, report)
    refuseMac(upper, report)
    refuseSameMac(upper, lower, links, report)
  }
}

const placeOf = (leaf: Leaf<unknown>) => ({ path: leaf.origins[0] ?? [] })
const keyOf = (link: Link) => ({ path: link.interface?.origins[0] ?? [], key: true as const })

/** A macvtap hands its frames to a program, and a bridge or a bond gets none. */
const refusePort = (tap: Macvtap, links: readonly Link[], report: Report): void => {
  const controller = links.find(link => link.id === tap.controller)
  if (controller !== undefined) report.add('macvtap-as-port', { id: tap.id, controller: controller.id }, { place: keyOf(tap) })
}

const refuseUnfit = (upper: Upper, lower: Link, links: readonly Link[], report: Report): void => {
  const at = { place: placeOf(upper.parent) }
  const unfit = whyUnfit(upper, lower)
  if (unfit !== undefined) report.add('unfit-link', { id: upper.id, link: lower.id, ...unfit }, at)
  const controller = links.find(link => link.id === lower.controller)
  if (controller === undefined || unfit !== undefined) return
  const related = [{ message: `${lower.id} is a port of this one`, place: keyOf(controller) }]
  report.add('link-is-port', { id: upper.id, link: lower.id, controller: controller.id }, { ...at, related })
}

const isMacvlan = (link: Link): link is Macvlan | Macvtap => link.kind === 'macvlan' || link.kind === 'macvtap'

/** Why the kernel makes no such device there (drivers/net/macvlan.c, macvlan_port_create; drivers/net/ipvlan/ipvlan_main.c, ipvlan_link_new). */
const whyUnfit = (upper: Upper, lower: Link): { readonly why: string; readonly remedy: string } | undefined => {
  if (isUpper(lower) && (isMacvlan(upper) ? isMacvlan(lower) : lower.kind === 'ipvlan'))
    return { why: `the kernel makes it on ${lower.parent.value}, which that one is on`, remedy: `write \`link: ${lower.parent.value}\`` }
  if (lower.kind === 'macvtap')
    return { why: 'what comes in by it is for a program alone', remedy: `write \`link: ${lower.parent.value}\`` }
  if (hasMac(lower) && !isInfiniband(lower) && lower.kind !== 'modem' && lower.kind !== 'vrf') return undefined
  return {
    why: 'no Ethernet frames come in by it',
    remedy: 'name a device that Ethernet frames come in by: a NIC, a bond, a VLAN, a bridge',
  }
}

/** Reports what the kernel does not make beside the first that is on the same device. */
const refuseBeside = (upper: Upper, first: Upper, report: Report): void => {
  const at = { place: placeOf(upper.parent), related: [{ message: `${first.id} is on it too`, place: placeOf(first.parent) }] }
  const params = { id: upper.id, first: first.id, link: upper.parent.value }
  if (upper.kind === 'ipvlan' && first.kind === 'ipvlan') {
    const differs = upper.mode.value !== first.mode.value ? 'mode' : upper.flag.value !== first.flag.value ? 'flag' : undefined
    if (differs !== undefined) report.add('ipvlan-modes', { ...params, key: differs, value: String(first[differs].value) }, at)
  } else if (upper.kind === 'ipvlan' || first.kind === 'ipvlan') report.add('two-takers', params, at)
  else if (upper.mode.value === 'passthru' || first.mode.value === 'passthru') {
    const alone = upper.mode.value === 'passthru' ? upper.id : first.id
    report.add('passthru-alone', { ...params, alone }, at)
  }
}

/** In mode `passthru` it has the MAC of the device below, and one that is set there goes to that device. */
const refuseMac = (upper: Upper, report: Report): void => {
  const mac = upper.mac ?? upper.macPolicy
  if (upper.mode.value === 'passthru' && mac !== undefined)
    report.add('passthru-mac', { id: upper.id, link: upper.parent.value }, { place: placeOf(mac) })
}

/** The kernel takes no MAC twice on a device (drivers/net/macvlan.c, macvlan_addr_busy): "Address already in use". */
const refuseSameMac = (upper: Upper, lower: Link, links: readonly Link[], report: Report): void => {
  const { mac } = upper
  if (mac === undefined || !isMacvlan(upper) || upper.mode.value === 'passthru') return
  const beside = links.filter(isUpper).filter(other => other.parent.value === lower.id)
  const first = [lower, ...beside.slice(0, beside.indexOf(upper))].find(other => saysMac(other, mac.value))
  if (first === undefined) return
  const related = [{ message: `${first.id} is defined here`, place: keyOf(first) }]
  report.add('same-mac', { id: upper.id, first: first.id, mac: mac.value }, { place: placeOf(mac), related })
}

const saysMac = (link: Link, mac: string): boolean =>
  (link.mac ?? (link as Partial<PhysicalLink>).match?.mac)?.value.toLowerCase() === mac.toLowerCase()
