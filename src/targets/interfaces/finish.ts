import { hasPorts, isVirtual, type Link, type OvsPort, type PhysicalLink, saysMac } from '../../model/network.ts'
import { noteResolver } from './dns.ts'
import type { InterfacesContext } from './documents.ts'
import { completeOvs } from './openvswitch.ts'
import { tunnelCommands } from './tunnel.ts'
import { tuntapCommands } from './tuntap.ts'
import { wireguardCommands } from './wireguard.ts'

/** What the dialects of Debian do once all leaves are placed. */
export function finishInterfaces(context: InterfacesContext, apply: readonly string[], why: string): void {
  const { links } = context.network
  for (const link of links) {
    if (link.kind === 'tap' || link.kind === 'tun') tuntapCommands(link, context.docs(link.id), context)
    if (link.kind === 'tunnel') tunnelCommands(link, context.docs(link.id), context)
    if (link.kind === 'wireguard') wireguardCommands(link, context.docs(link.id), context)
    if (link.kind === 'bridge' && !saysMac(link)) noteMac(link, context)
    if (link.kind === 'ovs-bridge' || link.kind === 'ovs-vlan') completeOvs(link, context)
    noteResolver(link, context)
  }
  if (context.root.file.empty) return
  context.answer.enable('networking.service')
  header(context)
  obstacles(context)
  steps(context, apply, why)
}

const noteMac = (link: Link, context: InterfacesContext): void =>
  context.note(
    'bridge-mac-unset',
    { target: context.spelling.text, link: link.id, does: 'udev makes one of the machine-id and the name' },
    link,
  )

/** The head of the file: what it needs, and what it replaces. */
export const header = (context: InterfacesContext): void => {
  const { comments } = context.root.file
  const packages = context.answer.requires.map(({ package: name }) => name)
  if (packages.length > 0) comments.push(`Packages: ${packages.join(', ')}`)
  const { links } = context.network
  for (const top of links) {
    if (!hasPorts(top) || top.controller !== undefined) continue
    const nics = calledBelow(top, context)
    if (nics.length > 0)
      comments.push(`Replaces the stanzas of ${series(nics)} that the installer wrote: the address belongs to ${top.interface?.value} now.`)
  }
  const free: string[] = []
  for (const link of links) if (!isVirtual(link) && link.controller === undefined) call(link, free)
  if (free.length > 0) comments.push(`Replaces the stanzas of ${series(free)} that the installer wrote.`)
}

/** `a, b and c` */
const series = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The installer knew a NIC that we rename by another name. */
const call = (nic: Link, names: string[]): void => {
  const name = nic.interface?.value
  if (name !== undefined) names.push((nic as PhysicalLink).setName === undefined ? name : `${name} (by its old name)`)
}

/** What the installer called the NICs and radios that are ports of the link, or ports of its ports. */
const calledBelow = (link: Link, context: InterfacesContext, names: string[] = []): readonly string[] => {
  if (!isVirtual(link)) call(link, names)
  else if (hasPorts(link)) for (const port of link.ports) calledBelow(context.link(port.link.value), context, names)
  return names
}

/** What of a device tells what it has to wait for. */
export interface WithPorts extends Pick<Link, 'optional'> {
  readonly ports: readonly OvsPort[]
}

/** The NICs and radios that a bridge has to wait for: none when the boot may go on without the bridge, and no port that is optional. */
export const awaitedNics = ({ optional, ports }: WithPorts, context: InterfacesContext): readonly string[] => {
  const names: string[] = []
  if (optional.value) return names
  for (const { link } of ports) {
    const port = context.link(link.value)
    if (!isVirtual(port) && !port.optional.value && port.interface !== undefined) names.push(port.interface.value)
  }
  return names
}

const obstacles = ({ answer, spelling }: InterfacesContext): void => {
  answer.obstacle('/etc/netplan/50-cloud-init.yaml', `netplan would have networkd configure the same devices beside ${spelling.target}`)
  answer.obstacle('/etc/network/interfaces.d/50-cloud-init', 'its stanzas are read as well')
}

/** What a person runs next. A renamed NIC gets its name only when it appears. */
const steps = (context: InterfacesContext, apply: readonly string[], why: string): void => {
  const { answer, network } = context
  const renamed = network.links.filter(link => (link as PhysicalLink).setName !== undefined)
  if (renamed.length === 0) {
    answer.step('reload', why, ...apply)
    return
  }
  for (const link of renamed) context.note('name-needs-reboot', { target: context.spelling.text, link: link.id }, link)
  answer.step('reboot', 'the initramfs has its own copy of the .link files and renames with it', 'update-initramfs', '-u')
  answer.step('reboot', 'udev renames a NIC when it appears, and the other files call it by its new name', 'systemctl', 'reboot')
}
