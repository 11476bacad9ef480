import * as z from 'zod/mini'
import { type Cidr, readCidr, readIp } from '../../model/address.ts'
import type { Endpoint, KeyFlag } from '../../model/links/wireguard.ts'
import { field, required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { scalar, uint } from '../scalars.ts'

/** The modes of a tunnel that WireGuard brings. */
export const wireguardModes = ['wireguard'] as const

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * A key of 32 bytes in base64; undefined if the text is none. The last digit has two bits too many: wg(8) refuses keys in which they are not
 * nought, and netplan takes them, so they are made nought.
 */
export const readWireguardKey = (text: string): string | undefined =>
  /^[A-Za-z0-9+/]{43}=$/.test(text) ? `${text.slice(0, 42)}${digits[digits.indexOf(text[42] ?? '') & ~3]}=` : undefined

/** Whether a text is the path of a file that holds a key, and not a key that begins with a slash. */
export const isKeyFile = (text: string): boolean =>
  readWireguardKey(text) === undefined && /^\/[^\s"'\\]([^"'\\]{0,1021}[^\s"'\\])?$/.test(text)

const base64 = '[A-Za-z0-9+/]{43}='

export const publicKey = scalar<string>({
  expected: 'a key as `wg pubkey` prints it: 43 characters of base64 and a =',
  read: readWireguardKey,
  json: { type: 'string', pattern: `^${base64}$` },
})

export const keyOrFile = scalar<string>({
  expected: 'a key as wg(8) prints it, 43 characters of base64 and a =, or the full path of the file that holds it',
  read: text => readWireguardKey(text) ?? (isKeyFile(text) ? text : undefined),
  json: { type: 'string', pattern: `^(${base64}|/.+)$` },
})

const hostName = /^(([a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])\.)*([a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])$/i

const readEndpoint = (text: string): Endpoint | undefined => {
  const [, bracketed, bare, digits = ''] = /^(?:\[([^\]]*)\]|(.*)):(\d{1,5})$/.exec(text) ?? []
  const [host, port] = [bracketed ?? bare ?? '', Number(digits)]
  const known = readIp(host) !== undefined || (hostName.test(host) && host.length <= 253)
  return known && port > 0 && port <= 65_535 ? { host, port } : undefined
}

/** netplan takes an empty endpoint for none. */
export const endpoint = scalar<Endpoint | ''>({
  expected: 'a host with its port, such as vpn.example.com:51820 or [2001:db8::1]:51820',
  read: text => (text === '' ? '' : readEndpoint(text)),
  json: { type: 'string', pattern: '^(.+:\\d{1,5})?$' },
})

const flags = ['agent-owned', 'not-saved', 'not-required'] as const satisfies readonly KeyFlag[]
/** netplan takes them in any case. */
const keyFlag = scalar<KeyFlag>({
  expected: `one of ${flags.join(', ')}`,
  read: text => flags.find(flag => flag === text.toLowerCase()),
  json: { enum: flags },
})

const [alice, bob] = ['M9nt4YujIOmNrRmpIRTmYSfMdrpvE7u6WkG8FY8WjG4=', 'rlbInAj0qV69CysWPQY7KEBnKxpYCpaWqOs/dLevdWc=']
const [one, other] = ['yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=', '4GgaQCy68nzNsUE5aJ9fuLzHhB65tAlwbmA72MWnOm8=']

/** What of `keys` is WireGuard's. */
export const wireguardPrivateKeys = {
  private: field(keyOrFile, 'WireGuard’s private key, or the file that holds it.', [one, other], { secret: true, since: '0.100' }),
  'private-key-flags': field(
    z.array(keyFlag),
    'Whom NetworkManager asks for the private key, and whether it keeps it. It takes one of them.',
    [['agent-owned'], ['not-saved']],
    { since: '0.107', default: 'the key is in the file' },
  ),
}

/** All addresses too, unlike an address of a device. */
const allowedIps = scalar<Cidr>({
  expected: 'a prefix such as 10.8.0.0/24, or 0.0.0.0/0 for all',
  read: readCidr,
  json: { type: 'string', pattern: '^[0-9A-Fa-f:.]+/\\d{1,3}$' },
})

const peer = mapping(() => ({
  keys: required(
    mapping(() => ({
      public: required(publicKey, 'The public key of the peer, by which it is known.', [alice, bob], { since: '0.100' }),
      shared: field(keyOrFile, 'A key that only the two have, or the file that holds it.', [one, other], {
        secret: true,
        since: '0.100',
        default: 'none',
      }),
    })),
    'The keys of the peer.',
    [{ public: alice }],
    { since: '0.100' },
  ),
  endpoint: field(endpoint, 'Where the peer is to be found.', ['vpn.example.com:51820', '[2001:db8::1]:51820'], {
    default: 'where it was heard from last',
    since: '0.100',
  }),
  'allowed-ips': field(
    z.array(allowedIps),
    'Which addresses are the peer’s: what may come from it, and what goes to it.',
    [['10.8.0.2/32'], ['10.8.0.0/24', '2001:db8:8::/64']],
    { since: '0.100', default: 'none' },
  ),
  keepalive: field(uint(0, 65_535), 'After how many seconds of silence the peer hears a sign of life.', ['25', '60'], {
    default: 'never',
    unit: 'seconds',
    since: '0.100',
  }),
}))

/** The keys that only WireGuard has; its `port` is VXLAN’s too. */
export const wireguardKeys = {
  mark: field(uint(), 'The mark of the packets that WireGuard sends, for rules and firewalls.', ['42', '51820'], {
    default: 'none',
    since: '0.100',
  }),
  peers: field(z.array(peer), 'The peers of a WireGuard device.', [[{ keys: { public: alice }, 'allowed-ips': ['10.8.0.2/32'] }]], {
    since: '0.100',
    default: 'none',
  }),
}
