import { isNamed, showEndpoint, type Wireguard, type WireguardPeer } from '../../src/model/network.ts'
import { expectLeaf, expectValue } from './described.ts'
import type { KernelLink, KernelState } from './kernel-state.ts'

/** wg(8), `show all dump`: a line for the device with its keys, port and mark, and one for each peer. */
export const wireguardOf = (link: Wireguard, kernel: KernelLink, { wireguard }: KernelState): readonly string[] => {
  const lines = wireguard
    .split('\n')
    .map(line => line.split('\t'))
    .filter(([name]) => name === kernel.ifname)
  const [, key, , port, mark] = lines.find(line => line.length === 5) ?? []
  return [
    ...expectValue('kind', 'wireguard', kernel.linkinfo?.info_kind),
    ...expectLeaf('private key', link.privateKey, key),
    // wg(8) says (none) where the file could not be read.
    ...(link.privateKeyFile === undefined ? [] : expectValue('has the key of the file', true, key !== undefined && key !== '(none)')),
    ...expectLeaf('port', link.port, Number(port)),
    ...expectLeaf('mark', link.mark, mark === 'off' ? 0 : Number(mark)),
    ...link.peers.flatMap(peer =>
      peerOf(
        peer,
        lines.find(line => line.length > 5 && line[1] === peer.publicKey.value),
      ),
    ),
  ]
}

const peerOf = (peer: WireguardPeer, line: readonly string[] | undefined): readonly string[] => {
  const name = `of the peer ${peer.publicKey.value}`
  if (line === undefined) return [`lacks the peer ${peer.publicKey.value}`]
  const [, , shared, endpoint, allowed, , , , keepalive] = line
  const named = peer.endpoint !== undefined && isNamed(peer.endpoint.value)
  return [
    ...expectLeaf(`shared key ${name}`, peer.sharedKey, shared),
    ...expectLeaf(`endpoint ${name}`, named ? undefined : peer.endpoint, endpoint, showEndpoint),
    ...expectValue(
      `networks ${name}`,
      peer.allowedIps
        .map(({ value }) => value.text)
        .sort()
        .join(),
      allowed?.split(',').sort().join(),
    ),
    ...expectLeaf(`keepalive ${name}`, peer.keepalive, keepalive === 'off' ? 0 : Number(keepalive)),
  ]
}
