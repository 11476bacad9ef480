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
  'peer-without-ips': spec<object>({
    code: 'NG4323',
    severity: 'warning',
    message: () => 'the peer has no `allowed-ips`: nothing is sent to it, and all that comes from it is dropped',
    hint: () => 'add `allowed-ips` with the addresses that the peer has, or those that are behind it',
  }),
}
