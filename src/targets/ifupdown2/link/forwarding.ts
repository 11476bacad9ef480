import { type Bridge, hasMac, type Link } from '../../../model/network.ts'
import { perNetwork } from '../../../model/per-network.ts'
import { requireSysctl } from '../../interfaces/commands.ts'
import type { Docs, InterfacesContext } from '../../interfaces/documents.ts'
import { command } from '../../interfaces/format.ts'
import { acceptRaSetting } from '../../kernel-ipv6.ts'

type Stanzas = Docs['stanzas']

/** ifupdown2 switches forwarding of every bridge on or off by itself (addons/address.py, _set_bridge_forwarding): what has to be set right around that. */
export function bridgeForwarding(link: Bridge, stanzas: Stanzas, context: InterfacesContext): void {
  const accept = isSwitchedOn(link, context) ? acceptIn(context.network) : undefined
  if (accept !== undefined) {
    requireSysctl(context)
    stanzas.first.runChecked('before', accept.always, keeps.why, keeps.comment)
  }
  restoreForwarding(link, stanzas, context)
  if (accept !== undefined) stanzas.first.runChecked('after', accept.asBefore, keeps.why)
}

const keeps = {
  why: 'ifupdown2 sets forwarding of bridges',
  comment:
    'ifupdown2 switches forwarding of the bridge on, and the kernel then drops the default routes by router advertisement, but where accept_ra is 2',
}

/** It forwards on a bridge with addresses or something above it. */
const isSwitchedOn = (link: Bridge, { network }: InterfacesContext): boolean => link.addresses.length > 0 || parents(network).has(link.id)

const parents = perNetwork(({ links }) => new Set(links.map(link => ('parent' in link ? link.parent?.value : undefined))))

/** The commands that name all that may have a default route by router advertisement that the kernel would take (acceptRaSetting); every bridge has both. */
const acceptIn = perNetwork(network => {
  const listeners =
    acceptRaSetting(true, network) === 2 ? [] : network.links.filter(hearsRouters).flatMap(link => link.interface?.value ?? [])
  const accept = (value: 1 | 2) => command(`sysctl -qew ${listeners.map(name => `net/ipv6/conf/${name}/accept_ra=${value}`).join(' ')}`)
  return listeners.length === 0 ? undefined : { always: accept(2), asBefore: accept(1) }
})

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
