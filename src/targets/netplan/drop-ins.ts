import { hasPorts, type Link, type LinkBase, lacksCarrier, type Network } from '../../model/network.ts'
import { saysOffload } from '../../side/offloads.ts'
import { text } from '../text.ts'
import type { Docs, NetplanContext } from './documents.ts'
import { namedBySide, usesNetworkManager } from './renderer.ts'
import { takenOf } from './taken.ts'

/** What netplan's generated files have to be told beside what its YAML makes of them, though the description has no word for it. */
export function completeDropIns(link: Link, docs: Docs, context: NetplanContext): void {
  if ((link.kind === 'ethernet' || link.kind === 'wifi') && makesLinkFile(link, context)) keepDriver(link, docs, context)
  if (hangsAtBoot(link, context))
    docs.networkDropIn.section('Link').put('RequiredForOnline', text('ini', hasPorts(link) ? 'degraded-carrier' : 'carrier'), noAddress)
}

const noAddress = 'the link gets no address: waiting for one would hold the boot for two minutes'

type Physical = Extract<Link, { kind: 'ethernet' | 'wifi' }>

/** netplan writes a .link file for these keys (its src/networkd.c), with a WakeOnLan= in any case. */
export const makesLinkFile = (link: Physical, context: NetplanContext): boolean =>
  namedBySide(link, context.network)
    ? link.mtu !== undefined && link.setName === undefined
    : link.mtu !== undefined ||
      link.setName !== undefined ||
      link.wakeOnLan?.value === true ||
      saysPolicy(link, context) ||
      saysOffload(link.offloads)

/** Whether netplan's .link file says where the MAC comes from. */
export const saysPolicy = (link: Physical, context: NetplanContext): boolean =>
  context.since('1.1') && !usesNetworkManager(link, context.network) && ['permanent', 'random'].includes(link.macPolicy?.value ?? '')

/** netplan's .link file takes the place of systemd's 99-default.link and switches wake-on-LAN off. */
const keepDriver = (link: Physical, docs: Docs, context: NetplanContext): void => {
  const section = docs.linkDropIn.section('Link')
  const [gives, keeps] = ['the same as in 99-default.link, which netplan’s file replaces', 'leaves it to the driver']
  if (link.setName === undefined) {
    section.put('NamePolicy', text('ini', 'keep kernel database onboard slot path'), gives)
    section.put('AlternativeNamesPolicy', text('ini', 'database onboard slot path'), gives)
    if (!saysPolicy(link, context) && !section.has('MACAddressPolicy')) section.put('MACAddressPolicy', text('ini', 'persistent'), gives)
  }
  if (link.wakeOnLan === undefined) section.put('WakeOnLan', text('ini', ''), keeps)
  docs.linkDropIn.comments.push(
    link.setName === undefined
      ? `netplan's .link replaces 99-default.link${link.wakeOnLan === undefined ? ' and turns wake-on-LAN off' : ''}: give back what it takes away.`
      : 'netplan turns wake-on-LAN off when it renames: leave it to the driver.',
  )
}

/** netplan 1.1 tells systemd-networkd-wait-online itself which devices get no address; 0.106 leaves networkd's default, which waits for one. */
const hangsAtBoot = (described: Link, context: NetplanContext): boolean => {
  if (context.since('1.1') || usesNetworkManager(described, context.network)) return false
  const link = takenOf(described, context)
  return !link.optional.value && !mayRest(link, context.network) && addressless(link)
}

const mayRest = (link: Link, network: Network): boolean => link.activation !== undefined || lacksCarrier(link, network)

const addressless = (link: LinkBase): boolean =>
  link.controller === undefined &&
  !link.dhcp4.value &&
  !link.dhcp6.value &&
  !link.linkLocal.value.ipv4 &&
  !link.linkLocal.value.ipv6 &&
  link.addresses.length === 0
