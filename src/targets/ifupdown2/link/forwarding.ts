import { type Bridge, hasMac, type Link } from '../../../model/network.ts'
import { requireSysctl } from '../../interfaces/commands.ts'
import type { Docs, InterfacesContext } from '../../interfaces/documents.ts'
import { acceptRaSetting } from '../../kernel-ipv6.ts'

type Stanzas = Docs['stanzas']

/** ifupdown2 switches forwarding of every bridge on or off by itself (addons/address.py, _set_bridge_forwarding): what has to be set right around that. */
export function bridgeForwarding(link: Bridge, stanzas: Stanzas, context: InterfacesContext): void {
  const listeners = isSwitchedOn(link, context) ? listenersIn(context) : []
  const accept = (value: 1 | 2): string => `sysctl -qew ${listeners.map(name => `net/ipv6/conf/${name}/accept_ra=${value}`).join(' ')}`
  if (listeners.length > 0) {
    requireSysctl(context)
    stanzas.first.runExtra('before', accept(2), keeps.why, keeps.comment)
  }
  restoreForwarding(link, stanzas, context)
  if (listeners.length > 0) stanzas.first.runExtra('after', accept(1), keeps.why)
}

const keeps = {
  why: 'ifupdown2 sets forwarding of bridges',
  comment:
    'ifupdown2 switches forwarding of the bridge on, and the kernel then drops the default routes by router advertisement, but where accept_ra is 2',
}

/** It forwards on a bridge with addresses or something above it. */
const isSwitchedOn = (link: Bridge, { network }: InterfacesContext): boolean =>
  link.addresses.length > 0 || network.links.some(other => 'parent' in other && other.parent?.value === link.id)

/** What may have a default route by router advertisement that the kernel would take (acceptRaSetting). */
const listenersIn = ({ network }: InterfacesContext): readonly string[] =>
  acceptRaSetting(true, network) === 2 ? [] : network.links.filter(hearsRouters).flatMap(link => link.interface?.value ?? [])

const hearsRouters = (link: Link): boolean => link.acceptRa.value && link.controller === undefined && hasMac(link) && link.kind !== 'vrf'

/** Silence means the machine's own. */
const restoreForwarding = (link: Bridge, { first }: Stanzas, context: InterfacesContext): void => {
  const families = [link.ipv4Forwarding === undefined ? 'ipv4' : '', link.ipv6Forwarding === undefined ? 'ipv6' : ''].filter(f => f !== '')
  if (families.length === 0) return
  context.answer.require('procps', 'sysctl in the command lines')
  const set = (family: string): string =>
    `sysctl -qew net/${family}/conf/$IFACE/forwarding=$(sysctl -ne net/${family}/conf/default/forwarding)`
  const [family = ''] = families
  const line = families.length === 2 ? `for f in ${families.join(' ')}; do ${set('$f')}; done` : set(family)
  first.runExtra(
    'after',
    line,
    'ifupdown2 sets forwarding of bridges',
    "ifupdown2 switches forwarding of a bridge on or off by itself: back to the machine's own",
  )
}
