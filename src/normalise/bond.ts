import type { BondDescription } from '../description/schema/index.ts'
import { type Leaf, silent } from '../model/leaf.ts'
import type { Bond, BondMode, BondPort } from '../model/network.ts'
import { suited } from './bond-modes.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { inheritedMac } from './mac.ts'
import { madeName } from './names.ts'
import { Place } from './place.ts'
import type { Scope } from './scope.ts'
import { otherSpelling } from './spellings.ts'

type Parameters = Place<NonNullable<BondDescription['parameters']>>

/** A bond. */
export function bond({ id, place, renderer }: Definition<BondDescription>, scope: Scope): Bond {
  const parameters: Parameters = place.place('parameters') ?? new Place({}, place.at('parameters'))
  const mode: Leaf<BondMode> = (parameters.leaf('mode') as Leaf<BondMode> | undefined) ?? silent('balance-rr')
  return {
    kind: 'bond',
    ...commonLink(id, 'bond', place, scope),
    ...inheritedMac(id, place, scope),
    renderer,
    interface: madeName(id, place, scope.report),
    optional: place.leaf('optional') ?? silent(!scope.references.hasCarrier(id)),
    mode,
    ports: portsOf(id, place, suited(parameters.leaf('primary'), 'primary', mode.value, scope), scope),
    ...linkMonitor(parameters, mode.value, scope),
    ...arpMonitor(parameters, mode.value, scope),
    lacpRate: suited(parameters.leaf('lacp-rate'), 'lacp-rate', mode.value, scope),
    adSelect: suited(parameters.leaf('ad-select'), 'ad-select', mode.value, scope),
    failOverMac: suited(parameters.leaf('fail-over-mac-policy'), 'fail-over-mac-policy', mode.value, scope),
    packetsPerPort: suited(
      otherSpelling(parameters, 'packets-per-member', 'packets-per-slave', scope),
      'packets-per-member',
      mode.value,
      scope,
    ),
    minLinks: parameters.leaf('min-links'),
    hashPolicy: parameters.leaf('transmit-hash-policy'),
    allPortsActive: otherSpelling(parameters, 'all-members-active', 'all-slaves-active', scope),
    gratuitousArp: otherSpelling(parameters, 'gratuitous-arp', 'gratuitious-arp', scope),
    primaryReselect: parameters.leaf('primary-reselect-policy'),
    resendIgmp: parameters.leaf('resend-igmp'),
    learnInterval: parameters.leaf('learn-packet-interval'),
  }
}

const portsOf = (id: string, place: Place<BondDescription>, primary: Leaf<string> | undefined, scope: Scope): readonly BondPort[] => {
  const ports = place.items('interfaces')
  const [path] = primary?.origins ?? []
  if (primary !== undefined && path !== undefined && ports.every(port => port.value !== primary.value))
    scope.report.add('not-a-port', { port: primary.value, controller: id, key: 'primary' }, { place: { path } })
  return ports.map(link => ({ link, primary: primary?.value === link.value ? primary.map(() => true as const) : undefined }))
}

/** Modes that can't watch by ARP watch the links every 100 ms where nothing is said (drivers/net/bonding/bond_options.c, bond_option_mode_set). */
const linkMonitor = (parameters: Parameters, mode: BondMode, scope: Scope): Pick<Bond, 'miiMonitor' | 'upDelay' | 'downDelay'> => {
  const byLink = mode === '802.3ad' || mode === 'balance-tlb' || mode === 'balance-alb'
  const otherwise = byLink || parameters.value['arp-interval'] === undefined ? silent(byLink ? 100 : 0) : undefined
  const miiMonitor = parameters.leaf('mii-monitor-interval') ?? otherwise
  const [upDelay, downDelay] = [parameters.leaf('up-delay'), parameters.leaf('down-delay')]
  if ((miiMonitor?.value ?? 0) > 0) return { miiMonitor, upDelay, downDelay }
  for (const delay of [upDelay, downDelay])
    if (delay !== undefined) scope.noEffect(delay, 'without `mii-monitor-interval` nobody looks at the links')
  return { miiMonitor, upDelay: undefined, downDelay: undefined }
}

type ArpMonitor = Pick<Bond, 'arpInterval' | 'arpTargets' | 'arpValidate' | 'arpAllTargets'>

/** ARP is only asked where the mode allows it and there is an interval. */
const arpMonitor = (parameters: Parameters, mode: BondMode, scope: Scope): ArpMonitor => {
  const interval = suited(parameters.leaf('arp-interval'), 'arp-interval', mode, scope)
  const [targets, validate, all] = [parameters.items('arp-ip-targets'), parameters.leaf('arp-validate'), parameters.leaf('arp-all-targets')]
  if (interval !== undefined && interval.value > 0)
    return { arpInterval: interval, arpTargets: targets, arpValidate: validate, arpAllTargets: all }
  for (const leaf of [...targets, validate, all])
    if (leaf !== undefined) scope.noEffect(leaf, 'without `arp-interval` nothing is asked by ARP')
  return { arpInterval: interval, arpTargets: [], arpValidate: undefined, arpAllTargets: undefined }
}
