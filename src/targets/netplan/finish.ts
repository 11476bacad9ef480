import { type Bridge, hasPorts, isOvs, type Link, neverOnline, type PhysicalLink, saysMac } from '../../model/network.ts'
import { dropIn } from '../../side/unit.ts'
import { noteHandshake } from '../networkmanager/link/handshake.ts'
import { text } from '../text.ts'
import { definitionName, type NetplanContext } from './documents.ts'
import { completeDropIns } from './drop-ins.ts'
import { completeTuntap } from './foreign.ts'
import { completeVlans } from './link/bridge-vlans.ts'
import { completeTunnel } from './link/tunnel.ts'
import { tellRoutes } from './link/wireguard-settings.ts'
import { tellMeaning, tellPorts } from './network-manager.ts'
import { namedBySide, usesNetworkManager } from './renderer.ts'
import { tellSplit } from './split-renderers.ts'

/** What follows from the network as a whole. */
export function finish(context: NetplanContext): void {
  const { links, globals } = context.network
  if (links.length === 0) return
  if (globals.version === undefined) context.root.network.put('version', text('yaml', '2'), 'the version of the language')
  for (const link of links) completeLink(link, context)
  const racing = links.find(link => link.kind === 'bridge' && takesNicName(link, context))
  if (racing !== undefined) waitForUdev(racing, context)
  noteWaiting(context)
  undescribed(context)
  packages(context)
  obstacles(context)
  steps(context)
}

const completeLink = (link: Link, context: NetplanContext): void => {
  const docs = context.docs(link.id)
  const manager = usesNetworkManager(link, context.network)
  if (manager) tellMeaning(link, docs, context)
  if (manager && hasPorts(link)) tellPorts(link, context)
  completeTuntap(link, docs, manager)
  if (link.kind === 'tunnel') completeTunnel(link, docs, context)
  if (manager && link.kind === 'wireguard') tellRoutes(link, docs)
  if (link.kind === 'bridge') completeVlans(link, link.vlans, link, context)
  completeDropIns(link, docs, context)
  if (hasPorts(link) && !saysMac(link)) noteMac(link, manager, context)
  if (manager && link.kind === 'bridge') noteCost(link, context)
  tellSplit(link, context)
  if (link.kind === 'wifi') noteWpa2(link, manager, context)
  if (manager) noteHandshake(link, context)
}

/** netplan 1.1 does not let it wait when there is nothing to wait for. */
const noteWaiting = (context: NetplanContext): void => {
  const forNetworkd = context.network.links.filter(link => !usesNetworkManager(link, context.network))
  if (!context.since('1.1') && neverOnline(forNetworkd)) context.note('online-never', { target: context.spelling.text })
}

const noteMac = (link: Link, manager: boolean, context: NetplanContext): void => {
  const does = manager ? 'udev makes one of the machine-id and the name' : 'networkd makes one of the machine-id and the name'
  context.note('bridge-mac-unset', { target: context.spelling.text, link: link.id, does }, link)
}

const noteCost = (bridge: Bridge, context: NetplanContext): void => {
  if (!bridge.stp.value || bridge.ports.every(port => port.pathCost !== undefined)) return
  const does = 'NetworkManager gives every port the path cost 100, where the kernel would take it from the speed of the port'
  const remedy = 'write `path-cost` for each port if STP shall prefer the faster one'
  context.note('stack-behaviour', { target: context.spelling.text, link: bridge.id, does, remedy }, bridge)
}

/** netplan 0.106 hands networkd's wpa_supplicant WPA-PSK alone for a bare password; 1.1 adds SAE. */
const noteWpa2 = (link: Link, manager: boolean, context: NetplanContext): void => {
  const bare = link.kind === 'wifi' && link.accessPoints.some(point => point.keyManagement.value === 'psk+sae')
  if (!bare || manager || context.since('1.1')) return
  const does = 'netplan 0.106 joins by WPA2 alone where there is only a password, so not an access point that has WPA3 alone'
  context.note(
    'stack-behaviour',
    { target: context.spelling.text, link: link.id, does, remedy: 'render for netplan@1.1 if the machine has it' },
    link,
  )
}

/** Whether a bridge takes a name of the kernel's own style that a renamed NIC may hold until udev has come to it. NetworkManager waits for udev. */
const takesNicName = (bridge: Link, { network }: NetplanContext): boolean =>
  !usesNetworkManager(bridge, network) &&
  /^(eth|wlan)\d+$/.test(bridge.interface?.value ?? '') &&
  network.links.some(link => (link as PhysicalLink).setName !== undefined)

const waitForUdev = (bridge: Link, context: NetplanContext): void => {
  const settle = 'systemd-udev-settle.service'
  for (const unit of ['systemd-networkd.service', 'systemd-networkd.socket']) {
    const document = dropIn(context, unit, 'settle', { Wants: settle, After: settle }, 'the bridge takes a name that a NIC may hold')
    document.comments.push(
      `The bridge ${bridge.interface?.value} takes a name that a NIC may hold until udev has renamed it: networkd waits for udev.`,
    )
  }
}

/** NetworkManager's own default asks a DHCP server on each NIC that has no profile. */
const undescribed = (context: NetplanContext): void => {
  if (!context.network.links.some(link => usesNetworkManager(link, context.network))) return
  if (context.options.machineWide)
    context.root.machine.section('main').put('no-auto-default', text('keyfile', '*'), 'NICs that nobody described stay as they are')
  else context.note('undescribed-nics', { target: context.spelling.text })
}

const packages = ({ network, answer }: NetplanContext): void => {
  const forNetworkd = network.links.filter(link => !usesNetworkManager(link, network))
  if (forNetworkd.length < network.links.length) answer.require('network-manager', 'the renderer of the description')
  if (network.links.some(isOvs)) answer.require('openvswitch-switch', 'without its ovs-vsctl netplan refuses the file')
  if (network.links.some(link => link.kind === 'wifi')) answer.require('wpasupplicant', 'joins the access point')
  if (!forNetworkd.some(asksForNames)) return
  answer.require('systemd-resolved', 'name servers, also those of the DHCP lease, reach programs only through it')
  answer.enable('systemd-resolved.service')
}

const asksForNames = (link: Link): boolean =>
  link.nameservers.length + link.searchDomains.length > 0 ||
  link.raOverrides?.useDns?.value === true ||
  (link.dhcp4.value && link.dhcp4Overrides?.useDns?.value !== false) ||
  (link.dhcp6.value && link.dhcp6Overrides?.useDns?.value !== false)

const obstacles = ({ answer }: NetplanContext): void => {
  const merged = 'netplan merges it: its addresses and DHCP stay on the ports'
  answer.obstacle('/etc/netplan/00-installer-config.yaml', merged)
  answer.obstacle('/etc/netplan/50-cloud-init.yaml', merged)
  answer.obstacle(
    '/etc/network/interfaces',
    'ifupdown would configure what the installer wrote there beside netplan; lo needs no stanza with netplan',
  )
}

const keptByNetworkd =
  '; until a reboot, networkd keeps the parameters of virtual devices that are there, and those that are described no more'

/** What a person runs next. A renamed NIC gets its name only when it appears. */
const steps = (context: NetplanContext): void => {
  const { answer, network } = context
  const renamed = network.links.filter(link => (link as PhysicalLink).setName !== undefined)
  if (renamed.some(link => namedBySide(link, network)))
    answer.step('reboot', 'the initramfs has its own copy of the .link files and renames with it', 'update-initramfs', '-u')
  if (renamed.length > 0) {
    answer.step('reboot', 'udev renames a NIC when it appears', 'systemctl', 'reboot')
    return
  }
  rulesNow(context)
  const kept = network.links.every(link => usesNetworkManager(link, network)) ? '' : keptByNetworkd
  answer.step('reload', `netplan writes its back end’s files anew and lets it apply them${kept}`, 'netplan', 'apply')
  for (const link of network.links) settingsNow(link, context)
}

/** Rules for a device that is there already run when it is announced again. */
const rulesNow = (context: NetplanContext): void => {
  const { answer, network } = context
  const present = network.links.filter(link => context.docs(link.id).side.hasRules && (link.kind === 'ethernet' || link.kind === 'wifi'))
  if (present.length > 0) answer.step('reload', 'udev reads the new rules', 'udevadm', 'control', '--reload')
  for (const link of present) {
    const why =
      link.kind === 'wifi' ? 'sets 4addr on the radio before the bridge takes it' : 'runs the rules for a device that is there already'
    answer.step('reload', why, 'udevadm', 'trigger', '--settle', '--action=add', `/sys/class/net/${definitionName(link, network)}`)
  }
}

const settingsNow = (link: Link, context: NetplanContext): void => {
  const path = context.docs(link.id).side.sysctlPath
  if (path === undefined || (link.kind !== 'ethernet' && link.kind !== 'wifi')) return
  const why = `${link.interface?.value} is there already; udev sets what belongs to a device when the device appears`
  context.answer.step('reload', why, 'sysctl', '-p', path)
}
