import { type IpTunnelMode, isIp6tnl, kernelKind, type LinkBase, type Tunnel } from '../../model/network.ts'
import type { Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesContext, InterfacesHandler } from './documents.ts'
import { command, ip } from './format.ts'
import { madeCommands } from './made.ts'
import { word } from './option.ts'

/*
 * Tunnels are made by `ip link add` in all dialects: the method `tunnel` of classic ifupdown knows GRE and IPIP over IPv4 without keys, the addon of
 * ifupdown2 no keys either, and it makes ipip6 and ip6ip6 anew at each ifreload (addons/tunnel.py compares them with ip6tnl).
 */

const mode: InterfacesHandler<IpTunnelMode> = (leaf, { create }) => {
  if (leaf.value === 'isatap') create.set('isatap', command('isatap'), leaf)
  // ip(8) would make it 4, where systemd-networkd and NetworkManager have the kernel's 0.
  if (leaf.value.startsWith('ip6gre')) create.put('encaplimit', command('encaplimit 0'), 'as systemd-networkd makes it')
  const what = `dev $IFACE type ${kernelKind(leaf.value)}${isIp6tnl(leaf.value) ? ` mode ${leaf.value}` : ''}`
  return create.set('type', command(what), leaf)
}

const tunnelFields: Fields<Omit<Tunnel, keyof LinkBase>, Docs, InterfacesAt> = {
  mode,
  remote: word('remote', ip.print),
  local: word('local', ip.print),
  ttl: word('ttl'),
  inputKey: word('ikey'),
  outputKey: word('okey'),
}

type Common<N> = Fields<N, Docs, InterfacesAt>

/** The table of a tunnel, from the dialect's table of what every link has. */
export const tunnelTable = (common: Omit<Common<Tunnel>, keyof typeof tunnelFields>): Common<Tunnel> => ({ ...common, ...tunnelFields })

/** The commands that make the tunnel, bring it up and delete it again. */
export const tunnelCommands = (link: Tunnel, docs: Docs, context: InterfacesContext): void =>
  madeCommands(link, docs, 'ip link add', undefined, context)
