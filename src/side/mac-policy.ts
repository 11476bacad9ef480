import type { Leaf } from '../model/leaf.ts'
import { hasMac, isVirtual, type Link, type MacPolicy, type PhysicalLink } from '../model/network.ts'
import type { Context } from '../targets/context.ts'
import type { Receipt } from '../targets/ledger.ts'
import { absent } from '../targets/target.ts'
import { text } from '../targets/text.ts'
import { keepDefaults, linkFile } from './link.ts'
import type { Side } from './side.ts'

/**
 * Where the MAC of a device comes from, as far as udev has a say. udev's 99-default.link keeps the MAC of the hardware, and makes one of the
 * machine-id and the name for a device that the kernel makes.
 */
export function macPolicy<R, D>(leaf: Leaf<MacPolicy>, link: Link, context: Context<R, D>, side: Side<R, D>): Receipt {
  if (!hasMac(link)) return context.ledger.lose(leaf, noMac)
  if (leaf.value === 'random')
    return isVirtual(link) ? chanceOfMade(leaf, side) : chanceOfHardware(leaf, link as PhysicalLink & Link, context, side)
  if (leaf.value === 'permanent') return permanent(leaf, link, context)
  if (leaf.value === 'preserve') return context.ledger.imply(leaf, 'nothing changes the MAC that the device has')
  return context.ledger.lose(leaf, hashed)
}

/** Above a .link file that keeps udev from a device whose MAC is described. */
export const udevIsLate = 'udev gives a new device a MAC of its own, at times after the described one was set.'

export const noMac = absent('the device carries IP packets and has no MAC', 'take it out')

export const hashed = absent(
  'only NetworkManager makes a MAC of the machine and the profile or network',
  'write a MAC of your own, `random` or `permanent`, or render for networkmanager',
)

const permanent = <R, D>(leaf: Leaf<MacPolicy>, link: Link, context: Context<R, D>): Receipt => {
  if (isVirtual(link)) return context.ledger.imply(leaf, 'the MAC is made of the machine-id and the name, and stays')
  if ((link as PhysicalLink).setName === undefined) return context.ledger.imply(leaf, 'the device keeps the MAC of its hardware')
  return linkFile(link, context).section('Link').set('MACAddressPolicy', text('ini', 'persistent'), leaf)
}

/** In the .link file of a NIC that is matched by what the kernel knows before its name; else by a rule, which is run once the name is there. */
const chanceOfHardware = <R, D>(leaf: Leaf<MacPolicy>, link: PhysicalLink & Link, context: Context<R, D>, side: Side<R, D>): Receipt => {
  const { match, setName } = link
  if (match === undefined || (match.mac === undefined && match.drivers.length === 0 && link.interface !== undefined))
    return chanceByRule(leaf, side)
  const section = linkFile(link, context).section('Link')
  const receipt = section.set('MACAddressPolicy', text('ini', 'random'), leaf)
  if (setName === undefined) keepDefaults(section)
  return receipt
}

/** udev is kept from giving the device a MAC of its own; one that the kernel gave by chance would not hold on a bridge that gets ports. */
const chanceOfMade = <R, D>(leaf: Leaf<MacPolicy>, side: Side<R, D>): Receipt => {
  side.keepMac(leaf)
  return chanceByRule(leaf, side)
}

/**
 * Five bytes by chance, after one that says that the address is of nobody's making. Like `MACAddressPolicy=random`, not where a program has set
 * the MAC already (addr_assign_type 3, NET_ADDR_SET): the rule is also run for a device that is in use.
 */
const chanceByRule = <R, D>(leaf: Leaf<MacPolicy>, side: Side<R, D>): Receipt => {
  const bytes = [1, 2, 3, 4, 5].map(n => `%c{${n}}`).join(':')
  const program = 'PROGRAM="/usr/bin/od -An -N5 -tx1 /dev/urandom"'
  return side.rule(leaf, `${program}, RUN+="/usr/sbin/ip link set dev $name address 02:${bytes}"`, 'ATTR{addr_assign_type}!="3", ')
}
