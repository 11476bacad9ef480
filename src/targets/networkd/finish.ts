import { hasPorts, isOvs, type Link, makesPair, neverOnline, type PhysicalLink, saysMac, type Tap, type Tun } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { saysOffload } from '../../side/offloads.ts'
import { dropIn } from '../../side/unit.ts'
import type { Section } from '../documents/ini.ts'
import { finishUnits, restartUnits } from '../openvswitch/finish-units.ts'
import { text } from '../text.ts'
import { manager, type NetworkdContext } from './documents.ts'
import { word } from './format.ts'
import { completeVlans } from './link/bridge-vlans.ts'

/** What follows from the network as a whole. */
export function finish(context: NetworkdContext): void {
  const { links } = context.network
  finishUnits(context, manager)
  if (links.length === 0) return
  for (const link of links) completeLink(link, context)
  for (const link of links) if (supplicantOf(link) !== undefined) startSupplicant(link, context)
  for (const link of links) noteLink(link, context)
  const racing = links.find(link => link.kind === 'bridge' && takesNicName(link, links))
  if (racing !== undefined) waitForUdev(racing, context)
  context.answer.enable('systemd-networkd.service')
  if (neverOnline(links)) context.note('online-never', { target: context.spelling.text })
  resolver(context)
  obstacles(context)
  steps(context)
}

/** The lines that no leaf asks for. */
const completeLink = (link: Link, context: NetworkdContext): void => {
  if (link.kind === 'ethernet' || link.kind === 'wifi' || isOvs(link)) return
  // The other end of a pair has no .netdev file of its own.
  if (link.kind === 'veth' && !makesPair(link)) return
  const { netdev } = context.docs(link.id)
  const section = netdev.section('NetDev')
  if (link.interface !== undefined) section.set('Name', word.print(link.interface.value), link.interface)
  if (!section.has('Kind')) section.put('Kind', text('ini', link.kind), 'the kind of the device')
  if (link.kind === 'bridge') completeVlans(link, link.vlans, link, context)
  if (link.kind === 'vxlan' && link.parent === undefined)
    netdev.section('VXLAN').put('Independent', text('ini', 'yes'), 'no device says that it stands on it')
  if (link.kind === 'tap') rootAlone(link, netdev.section('Tap'))
  if (link.kind === 'tun') rootAlone(link, netdev.section('Tun'))
}

/** The kernel lets every user attach to a device that has neither owner nor group (drivers/net/tun.c, tun_not_capable). */
const rootAlone = (link: Tap | Tun, section: Section<'User', 'ini'>): void => {
  if (link.owner === undefined && link.group === undefined)
    section.put('User', text('ini', 'root'), 'nobody is named, so only root may attach')
}

/** What a person should know of a link that no file says. */
const noteLink = (link: Link, context: NetworkdContext): void => {
  const target = context.spelling.text
  if ('setName' in link && link.setName !== undefined) context.note('name-needs-reboot', { target, link: link.id }, link)
  if (!hasPorts(link)) return
  if (!saysMac(link))
    context.note('bridge-mac-unset', { target, link: link.id, does: 'networkd makes one of the machine-id and the name' }, link)
  else if (link.dhcp4.value && link.dhcpIdentifier === undefined)
    context.note('lease-identity', { target, link: link.id, does: 'networkd tells the DHCP server a DUID and not the MAC' }, link)
}

/** Debian's wpa_supplicant@.service is wanted by nobody unless it is enabled; a drop-in does that without a link. */
const startSupplicant = (link: Link, context: NetworkdContext): void => {
  const why = `starts wpa_supplicant for the ${link.kind === 'wifi' ? 'radio' : 'NIC'} at boot`
  const unit = supplicantOf(link, name => name.replaceAll('-', '\\x2d'))
  if (unit !== undefined) dropIn(context, 'multi-user.target', fileName(link.id), { Wants: unit }, why)
}

/** The unit that runs wpa_supplicant for a radio, or for a NIC whose switch asks who it is. */
const supplicantOf = (link: Link, quote = (name: string): string => name): string | undefined => {
  const name = link.interface?.value
  if (name === undefined) return undefined
  if (link.kind === 'wifi') return `wpa_supplicant@${quote(name)}.service`
  return link.kind === 'ethernet' && link.auth !== undefined ? `wpa_supplicant-wired@${quote(name)}.service` : undefined
}

/** Whether a bridge takes a name of the kernel's own style that a renamed NIC may hold until udev has come to it. */
const takesNicName = (bridge: Link, links: readonly Link[]): boolean =>
  /^(eth|wlan)\d+$/.test(bridge.interface?.value ?? '') && links.some(link => (link as PhysicalLink).setName !== undefined)

/** systemd issue 22364 and boots of our own: without it networkd fails with "Could not set ifindex" when the NIC's driver comes late. */
const waitForUdev = (bridge: Link, context: NetworkdContext): void => {
  const settle = 'systemd-udev-settle.service'
  for (const unit of ['systemd-networkd.service', 'systemd-networkd.socket']) {
    const document = dropIn(context, unit, 'settle', { Wants: settle, After: settle }, 'the bridge takes a name that a NIC may hold')
    document.comments.push(
      `The bridge ${bridge.interface?.value} takes a name that a NIC may hold until udev has renamed it: networkd waits for udev.`,
    )
  }
}

/** networkd writes no resolv.conf: it tells systemd-resolved, a package of its own since Debian 12. */
const resolver = (context: NetworkdContext): void => {
  const { links } = context.network
  const asks = (link: Link): boolean =>
    link.nameservers.length + link.searchDomains.length > 0 ||
    link.raOverrides?.useDns?.value === true ||
    (link.dhcp4.value && link.dhcp4Overrides?.useDns?.value !== false) ||
    (link.dhcp6.value && link.dhcp6Overrides?.useDns?.value !== false)
  if (!links.some(asks)) return
  context.answer.require('systemd-resolved', 'name servers, also those of the DHCP lease, reach programs only through it')
  context.answer.enable('systemd-resolved.service')
}

const obstacles = ({ answer }: NetworkdContext): void => {
  answer.obstacle('/etc/netplan/50-cloud-init.yaml', 'netplan would write a second configuration of the same devices')
  answer.obstacle(
    '/etc/network/interfaces',
    'ifupdown would configure what the installer wrote there beside networkd; lo needs no stanza with networkd',
  )
  answer.obstacle('/etc/network/interfaces.d/50-cloud-init', 'ifupdown would configure the same devices beside networkd')
}

const reloading =
  'networkd reads the new files, creates the devices and reconfigures them; until a reboot, a device that is there keeps what its .netdev file said, and one that is described no more stays'

/** What a person runs next. A renamed NIC gets its name only when it appears. */
const steps = (context: NetworkdContext): void => {
  const { answer, network } = context
  if (network.links.some(link => 'setName' in link && link.setName !== undefined)) {
    answer.step('reboot', 'the initramfs has its own copy of the .link files and renames with it', 'update-initramfs', '-u')
    answer.step('reboot', 'udev renames a NIC when it appears, and the other files call it by its new name', 'systemctl', 'reboot')
    return
  }
  const supplicants = network.links.filter(link => supplicantOf(link) !== undefined)
  if (supplicants.length > 0) answer.step('reload', 'systemd reads the new drop-in', 'systemctl', 'daemon-reload')
  reloadRules(context)
  restartUnits(context)
  answer.step('reload', reloading, 'networkctl', 'reload')
  for (const link of network.links) settingsNow(link, context)
  for (const link of supplicants) {
    const why = link.kind === 'wifi' ? 'joins the access point; at boot multi-user.target does' : 'tells the switch who the machine is'
    answer.step('reload', why, 'systemctl', 'start', supplicantOf(link) ?? '')
  }
}

const reloadRules = ({ answer, network }: NetworkdContext): void => {
  const withRules = network.links.filter(
    link =>
      link.alias !== undefined ||
      (link.kind === 'macvtap' && (link.owner !== undefined || link.group !== undefined)) ||
      (link.kind === 'ethernet' && [link.infinibandMode, link.virtualFunctions, link.vlanFilter].some(said => said !== undefined)) ||
      ('fourAddress' in link && link.fourAddress !== undefined) ||
      ('wakeOnLan' in link && (link.wakeOnLan !== undefined || saysOffload(link.offloads))),
  )
  if (withRules.length > 0) answer.step('reload', 'udev reads the new rules before the devices appear', 'udevadm', 'control', '--reload')
  for (const link of withRules.filter(l => l.kind === 'ethernet' || l.kind === 'wifi')) {
    const why =
      link.kind === 'wifi' ? 'sets 4addr on the radio before the bridge takes it' : 'runs the rules for a device that is there already'
    if (link.interface !== undefined)
      answer.step('reload', why, 'udevadm', 'trigger', '--settle', '--action=add', `/sys/class/net/${link.interface.value}`)
  }
}

const settingsNow = (link: Link, context: NetworkdContext): void => {
  const path = context.docs(link.id).side.sysctlPath
  const present = link.kind === 'ethernet' || link.kind === 'wifi'
  if (path === undefined || !present) return
  const why = `${link.interface?.value} is there already; udev sets what belongs to a device when the device appears`
  context.answer.step('reload', why, 'sysctl', '-p', path)
}
