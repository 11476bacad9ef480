import type { Bond, BondPort } from '../../../model/network.ts'
import type { Codec } from '../../codec.ts'
import { lost, nested, when, written } from '../../handlers.ts'
import { unlessPolicy } from '../../networkmanager/link/bond.ts'
import { absent, type Fields, value } from '../../target.ts'
import { type Docs, portName } from '../documents.ts'
import { bare, integer, ip, word, yesNo } from '../format.ts'
import { byRenderer, type NetplanAt, type NetplanHandler } from '../handlers.ts'
import { inheritMac } from '../inherit-mac.ts'
import { bondParameterKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'
import { common } from './common.ts'

type ParameterKey = (typeof bondParameterKeys)[number]

const parameters = ({ definition }: Docs): Mapping<ParameterKey> => definition.below('parameters', bondParameterKeys)

const parameter =
  <T>(name: ParameterKey, codec: Codec<T, 'yaml'>): NetplanHandler<T> =>
  (leaf, docs) =>
    parameters(docs).set(name, codec.print(leaf.value), leaf)

/** A key that has got another name: 1.1 reads both, and 0.106 the old one. */
const renamed =
  <T>(name: ParameterKey, old: ParameterKey, codec: Codec<T, 'yaml'>): NetplanHandler<T> =>
  (leaf, docs, at) =>
    parameter(at.context.since('1.1') ? name : old, codec)(leaf, docs, at)

/** A port, as the bond refers to it. */
interface Open {
  readonly bond: Docs
  readonly name: string
}

const portFields: Fields<BondPort, Open, NetplanAt> = {
  link: (leaf, { bond: { definition }, name }) => definition.append('interfaces', word.print(name), leaf),
  primary: (leaf, { bond: docs, name }) => parameters(docs).set('primary', word.print(name), leaf),
}

const chooseManager = 'choose another one, or NetworkManager as the renderer'
const noSuchPolicy = value('networkd has no hash policy vlan+srcmac', chooseManager)
const noFilter = value('networkd has none of the filter policies', chooseManager)
const learnsWithArp = absent(
  'networkd tells the kernel of it only where there is an `arp-interval`',
  'leave it to the kernel, whose interval is a second',
)
const noTargets = value('NetworkManager refuses ARP monitoring that has nobody to ask', 'write `arp-ip-targets`')

const onNetworkd = <T>(
  refused: (value: T, bond: Bond) => boolean,
  reason: ReturnType<typeof value>,
  handler: NetplanHandler<T>,
): NetplanHandler<T> =>
  byRenderer(
    when((leaf, { link }) => refused(leaf.value, link as Bond), lost(reason), handler),
    handler,
  )

export const bond = {
  ...common,
  mac: byRenderer(common.mac, unlessPolicy(common.mac)),
  macPolicy: byRenderer(common.macPolicy, unlessPolicy(common.macPolicy)),
  macFrom: inheritMac('the MAC of the first port that joins it'),
  ports: nested(
    (docs: Docs, port: BondPort, { context }: NetplanAt): Open => ({ bond: docs, name: portName(port.link.value, context.network) }),
    portFields,
  ),
  mode: parameter('mode', bare),
  // NetworkManager watches the links of a bond of which nothing is said.
  miiMonitor: byRenderer(written(parameter('mii-monitor-interval', integer)), parameter('mii-monitor-interval', integer)),
  upDelay: parameter('up-delay', integer),
  downDelay: parameter('down-delay', integer),
  arpInterval: byRenderer(
    parameter('arp-interval', integer),
    when((_leaf, { link }) => (link as Bond).arpTargets.length === 0, lost(noTargets), parameter('arp-interval', integer)),
  ),
  arpTargets: (leaf, docs) => parameters(docs).append('arp-ip-targets', ip.print(leaf.value), leaf),
  arpValidate: onNetworkd(policy => policy.startsWith('filter'), noFilter, parameter('arp-validate', bare)),
  arpAllTargets: parameter('arp-all-targets', bare),
  lacpRate: parameter('lacp-rate', bare),
  adSelect: parameter('ad-select', bare),
  minLinks: parameter('min-links', integer),
  hashPolicy: onNetworkd(policy => policy === 'vlan+srcmac', noSuchPolicy, parameter('transmit-hash-policy', bare)),
  allPortsActive: renamed('all-members-active', 'all-slaves-active', yesNo),
  failOverMac: parameter('fail-over-mac-policy', bare),
  gratuitousArp: parameter('gratuitous-arp', integer),
  packetsPerPort: renamed('packets-per-member', 'packets-per-slave', integer),
  primaryReselect: parameter('primary-reselect-policy', bare),
  resendIgmp: parameter('resend-igmp', integer),
  learnInterval: byRenderer(
    when(
      (leaf, { link }) => leaf.value !== 1 && (link as Bond).arpInterval === undefined,
      lost(learnsWithArp),
      parameter('learn-packet-interval', integer),
    ),
    parameter('learn-packet-interval', integer),
  ),
} satisfies Fields<Bond, Docs, NetplanAt>
