import type { Bond, BondPort } from '../../model/network.ts'
import { joined } from '../documents/document.ts'
import { nested, when, written } from '../handlers.ts'
import type { Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesContext, InterfacesHandler, Root } from './documents.ts'
import { command, integer, ip, word as text } from './format.ts'
import type { CommandSlot } from './keys.ts'
import { option, word } from './option.ts'
import { nameOf } from './parent.ts'

interface Port {
  readonly docs: Docs
  readonly name: string
}

const portFields: Fields<BondPort, Port, InterfacesAt> = {
  link: (leaf, { docs, name }) => docs.stanzas.first.append('bond-slaves', text.print(name), leaf),
  primary: (leaf, { docs, name }) => docs.stanzas.first.option('bond-primary', text.print(name), leaf),
}

const ports = nested<BondPort, Root, Docs, Port>(
  (docs, port, { context }) => ({ docs, name: nameOf(port.link.value, context.network) }),
  portFields,
)

const flag = (value: boolean): number => (value ? 1 : 0)

/** The targets as ip(8) takes them: one word. */
const arpTargetWord: InterfacesHandler<Bond['arpTargets'][number]['value']> = (leaf, { create }) =>
  create.has('arp_ip_target')
    ? create.append('arp_ip_target', ip.print(leaf.value), leaf, ',')
    : create.set('arp_ip_target', command(`arp_ip_target ${leaf.value.text}`), leaf)

/** What ifenslave and ifupdown2 have an option for, and what is a command with both. */
export const bondFields = {
  ports,
  mode: option('bond-mode', text),
  miiMonitor: written(option('bond-miimon', integer)),
  upDelay: option('bond-updelay', integer),
  downDelay: option('bond-downdelay', integer),
  lacpRate: option('bond-lacp-rate', text),
  hashPolicy: option('bond-xmit-hash-policy', text),
  gratuitousArp: option('bond-num-grat-arp', integer),
  primaryReselect: option('bond-primary-reselect', text),
  arpAllTargets: word('arp_all_targets'),
  allPortsActive: word('all_slaves_active', flag),
  resendIgmp: word('resend_igmp'),
  learnInterval: word('lp_interval'),
} satisfies Partial<Fields<Bond, Docs, InterfacesAt>>

/** What is an option of ifenslave (its if-pre-up.d script), and a command with others. */
export const ifenslaveFields = {
  arpInterval: option('bond-arp-interval', integer),
  arpTargets: (leaf, { stanzas }) => stanzas.first.append('bond-arp-ip-target', ip.print(leaf.value), leaf),
  arpValidate: option('bond-arp-validate', text),
  adSelect: option('bond-ad-select', text),
  failOverMac: option('bond-fail-over-mac', text),
  packetsPerPort: option('bond-packets-per-slave', integer),
  minLinks: word('min_links'),
} satisfies Partial<Fields<Bond, Docs, InterfacesAt>>

/** The same as commands. */
export const commandFields = {
  arpInterval: word('arp_interval'),
  arpTargets: arpTargetWord,
  arpValidate: word('arp_validate'),
  adSelect: word('ad_select'),
  packetsPerPort: word('packets_per_slave'),
} satisfies Partial<Fields<Bond, Docs, InterfacesAt>>

/** A hash policy that the dialect's own list lacks. */
export const hashPolicyByCommand = when<NonNullable<Bond['hashPolicy']>['value'], Docs, InterfacesAt>(
  leaf => leaf.value === 'vlan+srcmac',
  word('xmit_hash_policy'),
  bondFields.hashPolicy,
)

/** What the dialect has to be told of every bond, and the command for what its options can't say. */
export function completeBond(link: Bond, { stanzas, create }: Docs, slot: CommandSlot, context: InterfacesContext): void {
  const { first } = stanzas
  if (!first.has('bond-slaves')) first.put('bond-slaves', text.print('none'), 'the bond has no ports')
  const settings = create.pieces()
  if (settings.length > 0) {
    const all = joined(settings, ' ')
    first.runPiece(slot, { ...all, text: `ip link set dev $IFACE type bond ${all.text}` })
  }
  if (link.mac !== undefined || link.macFrom !== undefined) return
  const does = 'udev makes one of the machine-id and the name, or it takes that of the first port where ifenslave is installed'
  context.note('bridge-mac-unset', { target: context.spelling.text, link: link.id, does }, link)
}
