import type { LinkBase, Tap, Tun, Tuntap } from '../../model/network.ts'
import { lost } from '../handlers.ts'
import { absent, type Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesContext, InterfacesHandler } from './documents.ts'
import { command, shellWord } from './format.ts'
import { madeCommands } from './made.ts'

const account =
  (slot: 'user' | 'group'): InterfacesHandler<string> =>
  (leaf, { create }) =>
    create.set(slot, command(`${slot} ${shellWord(leaf.value)}`), leaf)

/** A word of `ip tuntap add`; without it the flag is off. */
const flag =
  (slot: 'multi_queue' | 'vnet_hdr' | 'pi'): InterfacesHandler<boolean> =>
  (leaf, { create }, { context }) =>
    leaf.value ? create.set(slot, command(slot), leaf) : context.ledger.imply(leaf, 'ip tuntap leaves it off unless it is told')

const tuntapFields: Fields<Omit<Tuntap, keyof LinkBase>, Docs, InterfacesAt> = {
  owner: account('user'),
  group: account('group'),
  multiQueue: flag('multi_queue'),
  vnetHeader: flag('vnet_hdr'),
  packetInfo: flag('pi'),
}

type Common<N> = Fields<N, Docs, InterfacesAt>

/** The table of a TAP, from the dialect's table of what every link has. */
export const tapTable = (common: Omit<Common<Tap>, keyof typeof tuntapFields>): Common<Tap> => ({ ...common, ...tuntapFields })

export const tunTable = (common: Omit<Common<Tun>, keyof typeof tuntapFields>): Common<Tun> => ({
  ...common,
  ...tuntapFields,
  mac: lost(absent('a TUN device carries IP packets and has no MAC', 'take it out, or make it a TAP')),
})

/** The commands that make the device, bring it up and delete it again. */
export function tuntapCommands(link: Tap | Tun, docs: Docs, context: InterfacesContext): void {
  // The kernel lets everybody attach to a device that has neither owner nor group (drivers/net/tun.c, tun_not_capable).
  if (link.owner === undefined && link.group === undefined)
    docs.create.put('user', command('user root'), 'without an owner anybody may attach')
  madeCommands(link, docs, 'ip tuntap add', `mode ${link.kind}`, context)
}
