import { hasPorts, isLoopback, isVirtual, type Link, type LinkKind, lacksCarrier } from '../../model/network.ts'
import { completeBond } from '../interfaces/bond.ts'
import { sysctlLine } from '../interfaces/commands.ts'
import type { Docs, InterfacesContext } from '../interfaces/documents.ts'
import { finishInterfaces } from '../interfaces/finish.ts'
import { command, integer } from '../interfaces/format.ts'
import { madeCommands, madePlainly } from '../interfaces/made.ts'
import { clientCommands, needsOwnClient } from '../interfaces/own-client.ts'
import { isNamedSo } from '../interfaces/vlan-name.ts'
import { completeBridge } from './link/bridge.ts'
import { startOf } from './plan.ts'

/** What follows from the network as a whole. */
export function finish(context: InterfacesContext): void {
  for (const link of context.network.links) if (link.interface !== undefined && link.kind !== 'ovs-bond') complete(link, context)
  finishInterfaces(
    context,
    ['systemctl', 'restart', 'networking.service'],
    'takes down what ifupdown brought up and brings up the new stanzas; what only the old file knew stays until a reboot: a device, an address where a lease is now, a DHCP client on a port',
  )
  const { answer, network } = context
  if (network.links.some(isLoopback) && answer.steps.every(({ when }) => when === 'reload'))
    answer.step('reload', 'lo stays up through a restart, and gets what is new by this alone', 'ifup', '--force', 'lo')
}

const complete = (link: Link, context: InterfacesContext): void => {
  const docs = context.docs(link.id)
  if (link.kind === 'bridge') completeBridge(link, docs, context)
  if (link.kind === 'bond') {
    context.answer.require('ifenslave', 'the bond- options are read by its hooks')
    completeBond(link, docs, 'after', context)
  }
  madePlainly(link, docs, context)
  if (link.kind === 'dummy') madeCommands(link, docs, 'ip link add', 'type dummy', context)
  if (link.kind === 'vxlan') madeCommands(link, docs, 'ip link add', undefined, context)
  if (link.kind === 'vlan' && !isNamedSo(link, context.network)) madeCommands(link, docs, 'ip link add', 'type vlan', context)
  if (needsOwnClient(link)) ownClient(link, docs)
  docs.stanzas.start = startOf(link, docs.stanzas.bare)
  if (link.controller !== undefined) {
    if (!isVirtual(link) || link.kind === 'vxlan') completePort(link, link.controller, context)
    else if (carriedPorts.has(link.kind)) silencePort(link, context)
  }
  skipDetection(link, context)
  noteLease(link, context)
}

/** As ifupdown starts dhclient, with a DUID. */
const ownClient = (link: Link, docs: Docs): void => {
  if (link.dhcpIdentifier === undefined) docs.client.put('identifier', command('-i'), 'ifupdown starts dhclient so')
  clientCommands(link, docs)
}

/** A NIC that is brought up before its bridge or bond takes it would get addresses of its own in between. */
const completePort = (link: Link, controller: string, context: InterfacesContext): void => {
  const { stanzas } = context.docs(link.id)
  const [port, above] = [link.interface?.value, context.link(controller).interface?.value]
  if (stanzas.start === '') {
    stanzas.comments.push(`no address here: ${port} is a port, ${above} brings it up`)
    return
  }
  stanzas.comments.push(`no address here: ${port} is a port of ${above}, so it gets no IPv6 address either before ${above} takes it`)
  silencePort(link, context)
}

/** Ports that are up, with a carrier, before their bridge or bond takes them: a TAP has none, and a bond is made by a hook. */
const carriedPorts: ReadonlySet<LinkKind> = new Set(['dummy', 'ipvlan', 'macvlan', 'tunnel', 'veth', 'vlan'])

const silencePort = (link: Link, context: InterfacesContext): void => {
  context.answer.require('procps', 'sysctl in the command lines')
  context.docs(link.id).stanzas.first.runExtra('before', sysctlLine('ipv6', 'disable_ipv6', 1), 'a port has no addresses of its own')
}

/** Duplicate address detection ends only with a carrier; ifup waits six seconds for it, and fails. The first end of a pair has none before the second is up. */
const skipDetection = (link: Link, context: InterfacesContext): void => {
  const lonely = link.kind === 'tap' || link.kind === 'tun' || link.kind === 'veth' || lacksCarrier(link, context.network)
  if (!lonely) return
  for (const address of link.addresses)
    if (address.address.value.family === 6)
      context.docs(link.id).stanzas.forAddress(address)?.put('dad-attempts', integer.print(0), 'there may be no carrier for ever')
}

/** ifupdown starts dhclient with -i: the server knows the machine by a DUID, not by the MAC that the bridge carries. */
const noteLease = (link: Link, context: InterfacesContext): void => {
  if (!hasPorts(link) || lacksCarrier(link, context.network)) return
  if (link.mac === undefined || !link.dhcp4.value || link.dhcpIdentifier !== undefined) return
  context.note('lease-identity', { target: context.spelling.text, link: link.id, does: 'ifupdown has dhclient send a DUID' }, link)
}
