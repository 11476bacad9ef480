import type { Leaf } from '../model/leaf.ts'
import { type Bond, type Bridge, type BridgePort, hasPorts, type Link, linkOf } from '../model/network.ts'
import { perNetwork } from '../model/per-network.ts'

/** A port, its definition and its bridge. */
interface Port {
  readonly bridge: Bridge
  readonly port: BridgePort
  readonly link: Link
}

export const bridgesOf = perNetwork(({ links }): readonly Bridge[] => links.filter(link => link.kind === 'bridge'))

/** Every port of every bridge. */
export const portsOf = perNetwork((network): readonly Port[] =>
  bridgesOf(network).flatMap(bridge => bridge.ports.map(port => ({ bridge, port, link: linkOf(network, port.link.value) }))),
)

export const bondsOf = perNetwork(({ links }): readonly Bond[] => links.filter(link => link.kind === 'bond'))

/** Where a link is made a port, its definition, and the bridge or bond that takes it. */
interface Membership {
  readonly controller: Bond | Bridge
  readonly said: Leaf<string>
  readonly link: Link
}

/** Every port of every bridge and bond. */
export const allPortsOf = perNetwork((network): readonly Membership[] =>
  network.links
    .filter(hasPorts)
    .flatMap(controller => controller.ports.map(port => ({ controller, said: port.link, link: linkOf(network, port.link.value) }))),
)
