import { type Bridge, type BridgePort, type Link, linkOf, type Network } from '../model/network.ts'

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
