import { isOvs, type OvsBridge, type OvsVlan, saysMac } from '../../model/network.ts'
import { daemons, OvsUnit } from '../../side/ovs-unit.ts'
import { dropIn } from '../../side/unit.ts'
import { runGlobals, runSharedProtocols } from '../openvswitch/globals.ts'
import { text } from '../text.ts'
import type { NmContext } from './documents.ts'
import { lacksOvs } from './impossible.ts'
import { bringsPorts, ovsPart } from './ovs-join.ts'

const manager = 'NetworkManager.service'

/** What follows from Open vSwitch’s devices, and from what is said of it as a whole. */
export function finishOvs(context: NmContext): void {
  const { network, answer, spelling } = context
  if (lacksOvs(context)) return
  const global = new OvsUnit(context, manager)
  runGlobals(network, (words, leaf) => global.run(words, leaf))
  const devices = network.links.filter(isOvs)
  if (devices.length === 0 && global.empty) return
  for (const link of devices) {
    if (link.kind !== 'ovs-bond') complete(link, context)
    else if (link.ports.every(port => context.link(port.link.value).activation === undefined))
      for (const profile of context.docs(link.id).profiles.all) bringsPorts(profile)
  }
  const wanted = global.empty ? daemons : `${daemons} ${global.unit}`
  dropIn(context, manager, 'openvswitch', { Wants: wanted, After: daemons }, 'NetworkManager makes the devices when Open vSwitch runs')
  answer.require('openvswitch-switch', 'Open vSwitch, which makes the devices')
  if (devices.length === 0) return
  answer.require('NetworkManager-ovs', 'NetworkManager’s plugin for Open vSwitch; restart NetworkManager when it is installed')
  if (spelling.distribution === undefined) context.note('ovs-plugin', { target: spelling.text })
}

/** The lines that no leaf asks for: a device that waits for a person is not brought up by its port, but the bridge forwards frames all the same. */
const complete = (link: OvsBridge | OvsVlan, context: NmContext): void => {
  const { profiles, ovs } = context.docs(link.id)
  if (link.kind === 'ovs-bridge') runSharedProtocols(link, context.network, (words, leaf) => ovsPart(ovs.unit).run(words, leaf))
  if (link.activation === undefined) bringsPorts(ovsPart(ovs.port))
  if (ovs.bridge !== undefined) bringsPorts(ovs.bridge)
  if (saysMac(link) || link.ovsSettings.some(({ value }) => value.column === 'other-config' && value.key === 'hwaddr')) return
  const about = { target: context.spelling.text, link: link.id }
  if (link.kind === 'ovs-vlan') {
    profiles.put(
      'ethernet',
      'cloned-mac-address',
      text('keyfile', 'stable'),
      'else udev or the kernel chooses one, perhaps another at each boot',
    )
    context.note('bridge-mac-unset', { ...about, does: 'NetworkManager makes one of the machine-id and the profile' }, link)
  } else if (link.ports.length > 0) context.note('bridge-mac-unset', { ...about, does: lowest }, link)
}

const lowest = 'Open vSwitch takes the lowest of its ports, which NetworkManager adds one by one, so that a lease may be of an earlier one'
