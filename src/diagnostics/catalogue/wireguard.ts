import { spec } from '../spec.ts'

/** NG332x: WireGuard. */
export const wireguard = {
  'bad-wireguard-key': spec<object>({
    code: 'NG3321',
    severity: 'error',
    message: () => 'this is neither a key of WireGuard nor the full path of a file that holds one',
    hint: () => 'write the key as `wg genkey` prints it, 43 characters of base64 and a `=`; a path begins with `/`',
  }),
  'wireguard-without-key': spec<{ id: string }>({
    code: 'NG3322',
    severity: 'error',
    message: p => `${p.id} is a WireGuard device without a private key`,
    hint: () =>
      'add `key`, with what `wg genkey` prints or the path of a file that holds it; only NetworkManager can ask for it (`renderer: NetworkManager`)',
  }),
  'peer-twice': spec<object>({
    code: 'NG3323',
    severity: 'error',
    message: () => 'another peer of the device has the same public key, and the kernel takes the two for one',
    hint: () => 'write one peer with the `allowed-ips` of both',
  }),
  'frameless-port': spec<{ port: string; controller: string; kind: 'bridge' | 'bond' }>({
    code: 'NG3324',
    severity: 'error',
    message: p => `${p.port} can't be a port of ${p.controller}: it carries bare IP packets, and no frames`,
    hint: p =>
      p.kind === 'bridge'
        ? 'use a TAP, a VXLAN or a tunnel of mode `gretap`, or route between the two'
        : 'use `mode: active-backup`, which alone takes it, or a device that carries frames',
  }),
}

/** NG432x: the same for lint. */
export const wireguardLint = {
  'allowed-ip-twice': spec<{ prefix: string; link: string }>({
    code: 'NG4321',
    severity: 'warning',
    message: p => `two peers of ${p.link} have ${p.prefix} in their \`allowed-ips\`: the kernel gives it to the last one alone`,
    hint: () => 'keep it at the peer that is meant',
  }),
  'wireguard-without-peer': spec<{ link: string }>({
    code: 'NG4322',
    severity: 'warning',
    message: p => `${p.link} is a WireGuard device without peers, so it talks to nobody`,
    hint: () => 'add `peers`, or add them later with wg(8)',
  }),
  'key-asked-for': spec<{ link: string }>({
    code: 'NG4324',
    severity: 'warning',
    message: p => `${p.link} is a WireGuard device without a private key: at boot nobody is there whom NetworkManager could ask`,
    hint: () => 'add `key`, or `private-key-flags` if somebody is asked each time',
  }),
  'vlan-of-packets': spec<{ vlan: string; lower: string }>({
    code: 'NG4325',
    severity: 'warning',
    message: p => `nothing gets through ${p.vlan}: ${p.lower} carries bare IP packets, and no frames that could have a tag`,
    hint: () => 'make the VLAN on a device that carries frames, such as a VXLAN or a tunnel of mode `gretap`',
  }),
  'peer-without-ips': spec<object>({
    code: 'NG4323',
    severity: 'warning',
    message: () => 'the peer has no `allowed-ips`: nothing is sent to it, and all that comes from it is dropped',
    hint: () => 'add `allowed-ips` with the addresses that the peer has, or those that are behind it',
  }),
}
