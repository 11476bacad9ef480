import { isVirtual, type Link } from '../../model/network.ts'
import { dropIn } from '../../side/unit.ts'
import { completeBond } from '../interfaces/bond.ts'
import type { InterfacesContext } from '../interfaces/documents.ts'
import { finishInterfaces } from '../interfaces/finish.ts'
import { madeCommands, madePlainly } from '../interfaces/made.ts'
import { clientCommands } from '../interfaces/own-client.ts'
import { completeBridge } from './link/bridge.ts'
import { startOf, startsClient } from './plan.ts'

/** What follows from the network as a whole. */
export function finish(context: InterfacesContext): void {
  for (const link of context.network.links) if (link.interface !== undefined && link.kind !== 'ovs-bond') complete(link, context)
  if (!context.root.file.empty) orderBoot(context)
  if (context.network.links.some(atBoot)) waitForUdev(context)
  finishInterfaces(
    context,
    ['ifreload', '-a'],
    'ifupdown2 compares the file with what it applied last and changes the difference; addresses by router advertisement come back with the next one',
  )
  configureAnew(context)
}

/** ifreload looks for changes in the file of interfaces alone. */
const configureAnew = ({ answer, network }: InterfacesContext): void => {
  if (answer.steps.some(step => step.when === 'reboot')) return
  for (const link of network.links)
    if (link.kind === 'wireguard' && link.activation === undefined)
      answer.step('reload', 'ifreload does not see that keys or peers have changed', 'ifup', '--force', link.interface?.value ?? link.id)
}

/** The kinds of which the kernel finds out an MTU. */
const ownSize: ReadonlySet<Link['kind']> = new Set(['ipvlan', 'macvlan', 'macvtap', 'tunnel', 'vxlan', 'wireguard'])

/** addons/address.py, _process_mtu_config_mtu_none: the MTU that networkd's `.netdev` or ip(8) leaves to the kernel is not left to it. */
const sized = {
  does: 'ifupdown2 gives it the MTU 1500, where the kernel would take less for the headers of a tunnel, or the MTU of the device below',
  remedy: 'write `mtu`',
}

const complete = (link: Link, context: InterfacesContext): void => {
  const docs = context.docs(link.id)
  if (link.kind === 'bridge') completeBridge(link, docs, context)
  if (link.kind === 'bond') completeBond(link, docs, 'before', context)
  madePlainly(link, docs, context)
  if (link.kind === 'dummy') madeCommands(link, docs, 'ip link add', 'type dummy', context)
  if (link.kind === 'vxlan') madeCommands(link, docs, 'ip link add', undefined, context)
  if (startsClient(link)) clientCommands(link, docs)
  if (ownSize.has(link.kind) && link.mtu === undefined)
    context.note('stack-behaviour', { target: context.spelling.text, link: link.id, ...sized }, link)
  docs.stanzas.start = startOf(link)
  if (link.controller === undefined || isVirtual(link)) return
  docs.stanzas.comments.push(`no address here: ${link.interface?.value} is a port of ${context.link(link.controller).interface?.value}`)
}

/** Whether networking.service looks for a NIC or a radio that udev finds. */
const atBoot = (link: Link): boolean => link.interface !== undefined && !isVirtual(link) && startOf(link) !== ''

/**
 * ifupdown2 looks for its devices once. Debian's networking.service starts beside udev: in a boot of test/boot it was done before the NIC
 * had its new name, and had no bridge. Classic ifupdown has ifupdown-pre.service, and Proxmox ifupdown2-pre.service.
 */
const waitForUdev = (context: InterfacesContext): void => {
  const settle = 'systemd-udev-settle.service'
  const document = dropIn(context, 'networking.service', 'settle', { Wants: settle, After: settle }, 'ifupdown2 looks for NICs once')
  document.comments.push('ifupdown2 passes over a NIC that is not there yet, or has another name yet: it waits for udev.')
}

/** ifupdown2's networking.service says nothing about network-online.target, so services start before the network is there. */
const orderBoot = (context: InterfacesContext): void => {
  if (context.options.machineWide)
    dropIn(
      context,
      'networking.service',
      'online',
      { Before: 'network-online.target' },
      'services that wait for the network wait for ifupdown2',
    )
  else context.note('online-ordering', { target: context.spelling.text })
}
