import type { Bond, BondMode, BondPort } from '../../../model/network.ts'
import { nested, when } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import { type Fields, value } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import type { SuseAt, SuseHandler } from '../handlers.ts'
import { inheritMac } from '../inherit-mac.ts'
import { nameOf } from '../name-of.ts'
import { common } from './common.ts'

/** A word of BONDING_MODULE_OPTS, which holds all options of a bond by their names in sysfs (ifcfg-bonding(5)). */
const moduleOption =
  <T>(name: string, print: (value: T) => string = String): SuseHandler<T> =>
  (leaf, docs) =>
    docs.ifcfg.variables.append('BONDING_MODULE_OPTS', text('ifcfg', `${name}=${print(leaf.value)}`), leaf, ' ')

const bondOf = ({ link }: SuseAt): Bond => link as Bond

/** What wicked takes; for anything else it drops the whole bond (src/bonding.c, ni_bonding_validate). */
const only = <T>(fits: (value: T, bond: Bond) => boolean, handler: SuseHandler<T>, why: string, remedy: string): SuseHandler<T> =>
  when<T, Docs, SuseAt>(
    (leaf, at) => fits(leaf.value, bondOf(at)),
    handler,
    (leaf, _docs, { context }) => context.ledger.lose(leaf, value(`wicked refuses a bond ${why}`, remedy)),
  )

/** An option that wicked takes in these modes, and elsewhere only if it says what holds anyway. */
const inModes = <T>(modes: readonly BondMode[], handler: SuseHandler<T>, idle: NoInfer<T>): SuseHandler<T> =>
  only((set, bond) => modes.includes(bond.mode.value) || set === idle, handler, 'that has such an option in this mode', 'take it out')

/** A port of a bond, and where the bond's files are. */
interface Open {
  readonly docs: Docs
  readonly index: number
  readonly name: string
}

const portFields: Fields<BondPort, Open, SuseAt> = {
  link: (leaf, { docs, index, name }) => docs.ifcfg.variables.set(`BONDING_SLAVE_${index}`, word.print(name), leaf),
  primary: (leaf, { docs, name }, at) => moduleOption<true>('primary', () => name)(leaf, docs, at),
}

const openPort = (docs: Docs, port: BondPort, { link, context }: SuseAt): Open => ({
  docs,
  index: (link as Bond).ports.indexOf(port),
  name: nameOf(port.link.value, context),
})

/** wicked takes no bond whose ports nobody watches. */
const miiMonitor: SuseHandler<number> = (leaf, docs, at): Receipt => {
  if (leaf.value > 0) return moduleOption<number>('miimon')(leaf, docs, at)
  moduleOption<number>('miimon')(
    leaf.map(() => 100),
    docs,
    at,
  )
  const why = 'wicked refuses a bond whose links nobody watches, so it has them watched every 100 ms'
  return at.context.ledger.lose(leaf, value(why, 'write a `mii-monitor-interval`'))
}

const delay = (name: 'updelay' | 'downdelay'): SuseHandler<number> =>
  only(
    (time, bond) => time === 0 || time >= (bond.miiMonitor?.value ?? 0),
    moduleOption(name),
    'with a delay below the interval of the link monitor, which the kernel takes for none',
    'write one that is no less than `mii-monitor-interval`',
  )

const failsOver: readonly BondMode[] = ['active-backup', 'balance-tlb', 'balance-alb']

export const bond = {
  ...common,
  macFrom: inheritMac('the MAC of the first port that joins it'),
  mode: only((_mode, { ports }) => ports.length > 0, moduleOption('mode'), 'without ports', 'give it a port'),
  miiMonitor,
  upDelay: delay('updelay'),
  downDelay: delay('downdelay'),
  arpInterval: only(
    (_interval, { arpTargets }) => arpTargets.length > 0,
    moduleOption('arp_interval'),
    'that asks nobody by ARP',
    'write `arp-ip-targets`',
  ),
  arpTargets: (leaf, docs) => {
    const { variables } = docs.ifcfg
    const isFirst = !variables.entries.some(({ piece }) => piece.text.includes('arp_ip_target='))
    const word = text('ifcfg', `${isFirst ? 'arp_ip_target=' : ''}${leaf.value.text}`)
    return variables.append('BONDING_MODULE_OPTS', word, leaf, isFirst ? ' ' : ',')
  },
  arpValidate: inModes(['active-backup'], moduleOption('arp_validate'), 'none'),
  arpAllTargets: moduleOption('arp_all_targets'),
  lacpRate: moduleOption('lacp_rate'),
  adSelect: moduleOption('ad_select'),
  minLinks: inModes(['802.3ad'], moduleOption('min_links'), 0),
  hashPolicy: only(
    (policy, { mode }) => policy === 'layer2' || (policy !== 'vlan+srcmac' && ['balance-xor', '802.3ad'].includes(mode.value)),
    moduleOption('xmit_hash_policy'),
    'with this hash policy in this mode',
    'take it out, or choose another',
  ),
  allPortsActive: moduleOption('all_slaves_active', active => (active ? '1' : '0')),
  failOverMac: moduleOption('fail_over_mac'),
  gratuitousArp: inModes(['active-backup'], moduleOption('num_grat_arp'), 1),
  packetsPerPort: moduleOption('packets_per_slave'),
  primaryReselect: inModes(failsOver, moduleOption('primary_reselect'), 'always'),
  resendIgmp: inModes([...failsOver, 'balance-rr'], moduleOption('resend_igmp'), 1),
  learnInterval: moduleOption('lp_interval'),
  ports: nested(openPort, portFields),
} satisfies Fields<Bond, Docs, SuseAt>
