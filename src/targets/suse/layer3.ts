import { holds } from '../../model/address.ts'
import { hasMac, type Link, type LinkLocal, type Route } from '../../model/network.ts'

/** Whether the link has nothing to do with IP, so that wicked can switch both families off. */
export const isLayer2 = (link: Link): boolean =>
  link.controller !== undefined ||
  (!link.dhcp4.value &&
    !link.dhcp6.value &&
    !anyLinkLocal(link.linkLocal.value) &&
    !link.acceptRa.value &&
    link.addresses.length + link.routes.length + link.rules.length === 0)

const anyLinkLocal = ({ ipv4, ipv6 }: LinkLocal): boolean => ipv4 || ipv6

/** BOOTPROTO: static addresses are added to every list; `dhcp` asks for both families and waits for one lease at least, as `netplan` does. */
export function bootproto(link: Link): string {
  if (isLayer2(link)) return 'none'
  const { dhcp4, dhcp6, linkLocal } = link
  const leases = dhcp4.value ? (dhcp6.value ? 'dhcp' : 'dhcp4') : dhcp6.value ? 'dhcp6' : undefined
  // In this order wicked makes an IPv4 link-local address beside a lease, in the other one in place of it.
  const words = [linkLocal.value.ipv4 ? 'auto4' : undefined, leases, leavesDns(link) ? 'auto6' : undefined].filter(
    word => word !== undefined,
  )
  return words.length === 0 ? 'static' : words.join('+')
}

/** Whether the name servers of router advertisements shall not be taken: wicked looks at AUTO6_UPDATE only where BOOTPROTO asks for them. */
export const leavesDns = (link: Link): boolean => link.raOverrides?.useDns?.value === false && hasMac(link) && link.kind !== 'dummy'

/** Whether a static address, or another route of the link, tells the kernel that the gateway lies on the link. */
export function isReachable(gateway: string, link: Link): boolean {
  if (/^fe[89ab]/i.test(gateway)) return true
  const direct = link.routes.filter(
    (route: Route) => route.via === undefined && route.table === undefined && route.type.value === 'unicast',
  )
  return link.addresses.some(({ address }) => holds(address.value, gateway)) || direct.some(route => holds(route.to.value, gateway))
}

/** Whether a lease or a router advertisement may bring the network of such a gateway, which is too late for wicked: it sets static routes first. */
export const comesLater = (link: Link, route: Route): boolean =>
  route.family === 4 ? link.dhcp4.value : link.dhcp6.value || link.acceptRa.value
