import type { Leaf } from '../model/leaf.ts'
import { type Bond, type Bridge, type BridgePort, hasPorts, type Link, linkOf, type Network } from '../model/network.ts'

/** A port, its definition and its bridge. */
interface Port {
  readonly bridge: Bridge
  readonly port: BridgePort
  readonly link: Link
}

export const bridgesOf = (network: Network): readonly Bridge[] => network.links.filter(link => link.kind === 'bridge')

/** Every port of every bridge. */
export const portsOf = (network: Network): readonly Port[] =>
  bridgesOf(network).flatMap(bridge => bridge.ports.map(port => ({ bridge, port, link: linkOf(network, port.link.value) })))

export const bondsOf = (network: Network): readonly Bond[] => network.links.filter(link => link.kind === 'bond')

/** Where a link is made a port, its definition, and the bridge or bond that takes it. */
interface Membership {
  readonly controller: Bond | Bridge
  readonly said: Leaf<string>
  readonly link: Link
}

/** Every port of every bridge and bond. */
export const allPortsOf = (network: Network): readonly Membership[] =>
  network.links
    .filter(hasPorts)
    .flatMap(controller => controller.ports.map(port => ({ controller, said: port.link, link: linkOf(network, port.link.value) })))
