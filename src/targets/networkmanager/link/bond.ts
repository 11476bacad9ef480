import type { Bond, BondPort } from '../../../model/network.ts'
import { namelessReason } from '../../../side/side.ts'
import { nested } from '../../handlers.ts'
import { type At, conflict, type Fields, type Handler, value } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, ip, within, word } from '../format.ts'
import { line, type NmAt, type NmHandler } from '../handlers.ts'
import { inheritMac, joins } from '../ports.ts'
import { common } from './common.ts'

/** The profiles of a bond and of its port. */
interface Open {
  readonly bond: Docs
  readonly port: Docs
  readonly name: string | undefined
}

const portFields: Fields<BondPort, Open, NmAt> = {
  link: (leaf, { port }, at) => joins('bond')(leaf, port, at),
  primary: (leaf, { bond: { profiles }, name }, { context }) =>
    name === undefined ? context.ledger.lose(leaf, namelessReason) : profiles.set('bond', 'primary', word.print(name), leaf),
}

const openPort = (bond: Docs, { link }: BondPort, { context }: NmAt): Open => ({
  bond,
  port: context.docs(link.value),
  name: context.link(link.value).interface?.value,
})

const noTargets = value('NetworkManager refuses ARP monitoring that has nobody to ask', 'write `arp-ip-targets`')

/** libnm refuses the whole profile where a bond asks nobody. */
const arpInterval: NmHandler<number> = (leaf, docs, at) =>
  (at.link as Bond).arpTargets.length === 0 && leaf.value > 0
    ? at.context.ledger.lose(leaf, noTargets)
    : line('bond', 'arp_interval', integer)(leaf, docs, at)

/** Both are one number in the kernel, and NetworkManager knows it by both names. */
const gratuitousArp: NmHandler<number> = (leaf, docs) => {
  docs.profiles.set('bond', 'num_grat_arp', integer.print(leaf.value), leaf)
  return docs.profiles.set('bond', 'num_unsol_na', integer.print(leaf.value), leaf)
}

/**
 * NetworkManager sets the policy first, and after that the kernel passes over a MAC; NetworkManager finds that it is not there and gives up
 * (nm-device-bond.c, apply_bonding_config).
 */
const macAfterPolicy = conflict(
  'NetworkManager sets the policy first, and then the kernel takes no MAC for the bond',
  'take the MAC out, or `fail-over-mac-policy: follow`',
)

/** A MAC of a bond, and of its ports by that, unless its policy goes before. */
export const unlessPolicy =
  <T, R, D>(handler: Handler<T, D, At<R, D>>): Handler<T, D, At<R, D>> =>
  (leaf, docs, at) => {
    const policy = (at.link as Bond).failOverMac?.value
    if (policy === 'active') return at.context.ledger.imply(leaf, 'the bond has the MAC of its active port')
    return policy === 'follow' ? at.context.ledger.lose(leaf, macAfterPolicy) : handler(leaf, docs, at)
  }

/** The options go to the kernel by the names that they have in sysfs (nm-settings-keyfile(5), bond). */
export const bond = {
  ...common,
  mac: unlessPolicy(common.mac),
  macPolicy: unlessPolicy(common.macPolicy),
  macFrom: unlessPolicy(inheritMac('the MAC of the first port that joins it')),
  ports: nested(openPort, portFields),
  mode: line('bond', 'mode', word),
  miiMonitor: line('bond', 'miimon', integer),
  upDelay: line('bond', 'updelay', integer),
  downDelay: line('bond', 'downdelay', integer),
  arpInterval,
  arpTargets: (leaf, docs) =>
    docs.profiles.all.some(profile => profile.section('bond').has('arp_ip_target'))
      ? docs.profiles.append('bond', 'arp_ip_target', text('keyfile', `,${ip.print(leaf.value)}`), leaf)
      : docs.profiles.set('bond', 'arp_ip_target', ip.print(leaf.value), leaf),
  arpValidate: line('bond', 'arp_validate', word),
  arpAllTargets: line('bond', 'arp_all_targets', word),
  lacpRate: line('bond', 'lacp_rate', word),
  adSelect: line('bond', 'ad_select', word),
  minLinks: line('bond', 'min_links', integer),
  hashPolicy: line('bond', 'xmit_hash_policy', word),
  allPortsActive: (leaf, docs) => docs.profiles.set('bond', 'all_slaves_active', text('keyfile', leaf.value ? '1' : '0'), leaf),
  failOverMac: line('bond', 'fail_over_mac', word),
  gratuitousArp,
  packetsPerPort: line('bond', 'packets_per_slave', integer),
  primaryReselect: line('bond', 'primary_reselect', word),
  resendIgmp: line('bond', 'resend_igmp', integer),
  learnInterval: line('bond', 'lp_interval', within(1, 2_147_483_647)),
} satisfies Fields<Bond, Docs, NmAt>
