import type { Bond, BondPort } from '../../../model/network.ts'
import { implied, lost, nested, when, written } from '../../handlers.ts'
import { absent, type Fields, value } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { integer, ip, milliseconds, seconds, word, yesNo } from '../format.ts'
import { type NetworkdAt, netdev } from '../handlers.ts'
import { inheritMac } from '../inherit-mac.ts'
import { common } from './common.ts'

/** What a bond says of a port stands in the port's own .network file. */
const portFields: Fields<BondPort, Docs, NetworkdAt> = {
  link: (leaf, port, { link }) => port.network.section('Network').set('Bond', word.print(link.interface?.value ?? link.id), leaf),
  primary: (leaf, port) => port.network.section('Network').set('PrimarySlave', yesNo.print(leaf.value), leaf),
}

/** systemd.netdev(5); run with 252 and 257: these words are refused, and the line with them. */
const noSuchPolicy = value('networkd has no hash policy vlan+srcmac', 'choose another one, or use NetworkManager or ifupdown')
const noFilter = value('networkd has none of the filter policies', 'write none, active, backup or all')

/** systemd's src/network/netdev/bond.c gives the kernel the interval only together with that of ARP, which the modes that need it have not. */
const learnsWithArp = absent(
  'networkd tells the kernel of it only where there is an `arp-interval`',
  'leave it to the kernel, whose interval is a second',
)

export const bond = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  macFrom: inheritMac('the MAC of the first port that joins it'),
  ports: nested((_docs: Docs, port, at) => at.context.docs(port.link.value), portFields),
  mode: netdev('Bond', 'Mode', word),
  miiMonitor: written(netdev('Bond', 'MIIMonitorSec', milliseconds)),
  upDelay: netdev('Bond', 'UpDelaySec', milliseconds),
  downDelay: netdev('Bond', 'DownDelaySec', milliseconds),
  arpInterval: netdev('Bond', 'ARPIntervalSec', milliseconds),
  arpTargets: (leaf, docs) => docs.netdev.section('Bond').append('ARPIPTargets', ip.print(leaf.value), leaf, ' '),
  arpValidate: when(leaf => leaf.value.startsWith('filter'), lost(noFilter), netdev('Bond', 'ARPValidate', word)),
  arpAllTargets: netdev('Bond', 'ARPAllTargets', word),
  lacpRate: netdev('Bond', 'LACPTransmitRate', word),
  adSelect: netdev('Bond', 'AdSelect', word),
  minLinks: netdev('Bond', 'MinLinks', integer),
  hashPolicy: when(leaf => leaf.value === 'vlan+srcmac', lost(noSuchPolicy), netdev('Bond', 'TransmitHashPolicy', word)),
  allPortsActive: netdev('Bond', 'AllSlavesActive', yesNo),
  failOverMac: netdev('Bond', 'FailOverMACPolicy', word),
  gratuitousArp: netdev('Bond', 'GratuitousARP', integer),
  packetsPerPort: netdev('Bond', 'PacketsPerSlave', integer),
  primaryReselect: netdev('Bond', 'PrimaryReselectPolicy', word),
  resendIgmp: netdev('Bond', 'ResendIGMP', integer),
  learnInterval: when(
    (_leaf, { link }) => (link as Bond).arpInterval !== undefined,
    netdev('Bond', 'LearnPacketIntervalSec', seconds),
    when(leaf => leaf.value === 1, implied('it is the kernel’s own interval'), lost(learnsWithArp)),
  ),
} satisfies Fields<Bond, Docs, NetworkdAt>
