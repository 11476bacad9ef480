import { type Bond, type Bridge, hasPorts, isInfiniband, isVirtual, type Link, saysMac } from '../../model/network.ts'
import type { Answer } from '../answer.ts'
import { nameBefore } from '../name-before.ts'
import { text } from '../text.ts'
import type { NmContext } from './documents.ts'
import { finishOvs } from './finish-ovs.ts'
import { yesNo } from './format.ts'
import { deleteStray } from './link/bridge.ts'
import { noteHandshake } from './link/handshake.ts'
import { completeWireguard } from './link/wireguard.ts'
import { settle } from './settings.ts'
import { steps } from './steps.ts'

/** What follows from the network as a whole. */
export function finish(context: NmContext): void {
  const { links } = context.network
  finishOvs(context)
  if (links.length === 0) return
  for (const link of links) complete(link, context)
  for (const link of links) settle(context.docs(link.id).late, context)
  undescribed(context)
  context.answer.enable('NetworkManager.service')
  context.answer.require('network-manager', 'the daemon that reads the profiles')
  if (links.some(link => link.kind === 'wifi')) context.answer.require('wpasupplicant', 'joins the access point')
  modems(links, context)
  steps(context)
  obstacles(context)
}

/** The lines that no leaf asks for. */
const complete = (link: Link, context: NmContext): void => {
  if (hasPorts(link)) completePorts(link, context)
  if (link.kind === 'bridge') completeBridge(link, context)
  if (isInfiniband(link) && link.kind === 'ethernet' && link.infinibandMode === undefined)
    context
      .docs(link.id)
      .profiles.put('infiniband', 'transport-mode', text('keyfile', 'datagram'), 'NetworkManager wants one; it is the kernel’s own')
  if (link.kind === 'tap' || link.kind === 'tun') completeTuntap(link, context)
  if (link.kind === 'wireguard') completeWireguard(link, context)
  noteHandshake(link, context)
  if (link.kind === 'macvtap') context.docs(link.id).profiles.put('macvlan', 'tap', yesNo.print(true), 'the kind of the device')
}

/** Ports come up with their bridge or bond and wait with it: a port that comes up by itself would bring that up. */
const completePorts = (link: Bridge | Bond, context: NmContext): void => {
  const ports = link.ports.map(port => context.link(port.link.value))
  const { profiles } = context.docs(link.id)
  if (ports.length > 0 && ports.every(port => port.activation === undefined))
    profiles.put('connection', 'autoconnect-slaves', text('keyfile', '1'), 'the ports come up with it')
  if (link.activation !== undefined)
    for (const port of ports.filter(p => p.activation === undefined))
      context.docs(port.id).profiles.put('connection', 'autoconnect', yesNo.print(false), `the port would bring up its ${link.kind}`)
  if (saysMac(link)) return
  const does = 'udev makes one of the machine-id and the name'
  context.note('bridge-mac-unset', { target: context.spelling.text, link: link.id, does }, link)
}

const completeBridge = (bridge: Bridge, context: NmContext): void => {
  deleteStray(context.docs(bridge.id), bridge.vlans, bridge, context, true)
  const about = { target: context.spelling.text, link: bridge.id }
  const times = [bridge.forwardDelay, bridge.helloTime, bridge.maxAge].some(time => time !== undefined)
  if (!bridge.stp.value && times) context.note('stack-behaviour', { ...about, ...idleTimes }, bridge)
  const automatic = bridge.ports.some(port => port.pathCost === undefined)
  if (bridge.stp.value && automatic) context.note('stack-behaviour', { ...about, ...fixedCost }, bridge)
}

const idleTimes = {
  does: 'NetworkManager gives the times of STP to the kernel only while STP is on; until then `ip -d link` shows the kernel’s own',
  remedy: 'nothing: without STP the kernel does not use them, and no port waits',
}

const fixedCost = {
  does: 'NetworkManager gives every port the path cost 100, where the kernel would take it from the speed of the port',
  remedy: 'write `path-cost` for each port if STP shall prefer the faster one',
}

const completeTuntap = (link: Extract<Link, { kind: 'tap' | 'tun' }>, context: NmContext): void => {
  const { profiles } = context.docs(link.id)
  profiles.put('tun', 'mode', text('keyfile', link.kind === 'tap' ? '2' : '1'), 'the kind of the device')
  if (profiles.all.every(profile => !profile.section('tun').has('owner') && !profile.section('tun').has('group')))
    profiles.put('tun', 'owner', text('keyfile', '0'), 'only root may attach; with neither owner nor group everybody might')
}

const modems = (links: readonly Link[], { answer }: NmContext): void => {
  const found = links.filter(link => link.kind === 'modem')
  if (found.length > 0) answer.require('modemmanager', 'talks to the modem')
  if (found.some(link => link.autoConfig?.value === true))
    answer.require('mobile-broadband-provider-info', 'knows what the operators want to be told')
}

/** NetworkManager's own default asks a DHCP server on each NIC that has no profile. */
const undescribed = (context: NmContext): void => {
  if (context.options.machineWide)
    context.root.machine.put('no-auto-default', text('keyfile', '*'), 'NICs that nobody described stay as they are')
  else context.note('undescribed-nics', { target: context.spelling.text })
}

/** cloud-init 22 and later writes autoconnect-priority=120, for Ethernet only, and the MAC of the NIC, which a renaming does not change (its net/network_manager.py). */
const cloudInit = (nic: Link, answer: Answer): void => {
  const name = nameBefore(nic)
  if (nic.kind !== 'ethernet' || name === undefined) return
  const path = `/etc/NetworkManager/system-connections/cloud-init-${name}.nmconnection`
  answer.obstacle(path, `cloud-init gives its profile of ${name} a higher priority`)
}

const obstacles = ({ answer, network }: NmContext): void => {
  const leftAlone = 'NetworkManager leaves alone what has a stanza there, and ifupdown configures it'
  const nics = network.links.filter(link => !isVirtual(link))
  if (nics.length === 0) return
  for (const nic of nics) cloudInit(nic, answer)
  answer.obstacle('/etc/netplan/50-cloud-init.yaml', 'netplan would have another stack configure the same devices')
  answer.obstacle('/etc/network/interfaces', `${leftAlone}; lo needs no stanza with NetworkManager`)
  answer.obstacle('/etc/network/interfaces.d/50-cloud-init', leftAlone)
}
