import { hasPorts, isOvs, isVirtual, type Link, type PhysicalLink, saysMac } from '../../model/network.ts'
import { sysctlLine } from '../interfaces/commands.ts'
import type { Docs, InterfacesContext } from '../interfaces/documents.ts'
import { header } from '../interfaces/finish.ts'
import { integer } from '../interfaces/format.ts'
import { madeCommands, madePlainly } from '../interfaces/made.ts'
import { completeOvs, portsBelow } from '../interfaces/openvswitch.ts'
import { tunnelCommands } from '../interfaces/tunnel.ts'
import { tuntapCommands } from '../interfaces/tuntap.ts'
import { isNamedSo } from '../interfaces/vlan-name.ts'
import { wireguardCommands } from '../interfaces/wireguard.ts'
import { clientCommands } from './client.ts'
import { awaitPorts } from './link/await-ports.ts'
import { completeBridge } from './link/bridge.ts'
import { resolverCommands } from './link/dns.ts'
import { asksDhcpcd, startOf } from './plan.ts'

/** What follows from the network as a whole. */
export function finish(context: InterfacesContext): void {
  const { network, answer, root } = context
  for (const link of network.links)
    if (link.interface !== undefined && link.kind !== 'ovs-bond') complete(link, context.docs(link.id), context)
  if (root.file.empty) return
  if (network.links.some(link => link.interface !== undefined && context.docs(link.id).stanzas.first.commanded))
    answer.require('iproute2', 'the ip of busybox lacks much of what the command lines say')
  answer.enable('networking')
  header(context)
  steps(context)
}

const complete = (link: Link, docs: Docs, context: InterfacesContext): void => {
  const { stanzas } = docs
  const { network } = context
  if (link.kind === 'bridge') completeBridge(link, docs, context)
  if (link.kind === 'ovs-bridge' || link.kind === 'ovs-vlan') completeOvs(link, context)
  if (link.kind === 'ovs-bridge') awaitPorts({ optional: link.optional, ports: portsBelow(link, network) }, stanzas.first, context)
  make(link, docs, context)
  if (asksDhcpcd(link, context.network)) clientCommands(link, docs, context)
  resolverCommands(docs, context)
  if (stanzas.gateways.size > 0 && !stanzas.first.has('metric'))
    stanzas.first.put('metric', integer.print(0), 'ifupdown-ng would make it 1')
  stanzas.start = startOf(link)
  if (link.controller !== undefined) completePort(link, docs, link.controller, context)
  noteMac(link, context)
}

/** The commands that make the device. */
const make = (link: Link, docs: Docs, context: InterfacesContext): void => {
  if (link.kind === 'bond') {
    madeCommands(link, docs, 'ip link add', 'type bond', context)
    awaitPorts(link, docs.stanzas.first, context)
  }
  madePlainly(link, docs, context)
  if (link.kind === 'dummy') madeCommands(link, docs, 'ip link add', 'type dummy', context)
  if (link.kind === 'vxlan') madeCommands(link, docs, 'ip link add', undefined, context)
  if (link.kind === 'vlan' && !isNamedSo(link, context.network)) madeCommands(link, docs, 'ip link add', 'type vlan', context)
  if (link.kind === 'wireguard') wireguardCommands(link, docs, context)
  if (link.kind === 'tap' || link.kind === 'tun') {
    docs.stanzas.first.runExtra('create', '[ -e /dev/net/tun ] || modprobe tun', 'nothing loads the module of itself on Alpine')
    tuntapCommands(link, docs, context)
  }
  if (link.kind === 'tunnel') tunnelCommands(link, docs, context)
}

/** A port is up before its bridge takes it, and would get a link-local address of its own. */
const completePort = (link: Link, { stanzas }: Docs, controller: string, context: InterfacesContext): void => {
  const addressed = link.dhcp6.value || link.addresses.some(({ address }) => address.value.family === 6)
  const line = addressed ? 'ip link set dev $IFACE addrgenmode none' : sysctlLine('ipv6', 'disable_ipv6', 1)
  stanzas.first.runExtra('before', line, 'a port has no addresses of its own')
  if (isVirtual(link)) return
  const [port, bridge] = [link.interface?.value, context.link(controller).interface?.value]
  stanzas.comments.push(`no address here: ${port} is a port of ${bridge}, so it gets no IPv6 address either`)
}

const noteMac = (link: Link, context: InterfacesContext): void => {
  if (!hasPorts(link) || saysMac(link)) return
  const does = 'the kernel gives it the MAC of a port; where udev runs, it makes one of the machine-id and the name'
  context.note('bridge-mac-unset', { target: context.spelling.text, link: link.id, does }, link)
}

/** What a person runs next, with OpenRC. */
const steps = (context: InterfacesContext): void => {
  const { answer, network, root } = context
  if (network.links.some(isOvs)) {
    const { services } = root.dialect.openvswitch
    for (const service of services)
      answer.step('reload', 'OpenRC starts it at boot, before networking', 'rc-update', 'add', service, 'boot')
    for (const service of services) answer.step('reload', 'ovs-vsctl has to reach it', 'rc-service', service, 'start')
  }
  answer.step('reload', 'OpenRC starts it at boot; no harm where it does already', 'rc-update', 'add', 'networking', 'boot')
  const renamed = network.links.filter(link => (link as PhysicalLink).setName !== undefined)
  if (renamed.length > 0) answer.step('reboot', 'a NIC that is up keeps its name', 'reboot')
  else
    answer.step(
      'reload',
      'takes down what is up and brings up the new stanzas; a DHCP client that the old file started on a port stays until a reboot',
      'rc-service',
      'networking',
      'restart',
    )
}
