import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { oneOf, scalar, words } from '../scalars.ts'

/** A file on the machine, or an object of a token; netglot never opens it. */
const certificate = scalar<string>({
  expected: 'the full path of a file, such as /etc/ssl/private/client.pem, or a pkcs11: address',
  read: text => (/^(\/|pkcs11:)[^"]{1,1023}$/.test(text) && text === text.trim() ? text : undefined),
  json: { type: 'string', pattern: '^(/|pkcs11:)' },
})

const innerMethod = scalar<string>({
  expected: 'the name of a method, such as MSCHAPV2',
  read: text => (/^[a-z0-9-]{1,32}$/i.test(text) ? text : undefined),
  json: { type: 'string' },
})

const identity = words('an identity', 253)
const secret = { secret: true }

const credentials = {
  method: field(oneOf('tls', 'peap', 'ttls', 'leap', 'pwd'), 'The EAP method.', ['peap', 'ttls'], {
    default: 'any that the server offers',
  }),
  identity: field(identity, 'The user that the server shall know.', ['joe@example.com', 'host/web1']),
  'anonymous-identity': field(identity, 'What is said of the user before the connection is encrypted.', ['@example.com', 'anonymous']),
  password: field(
    words('a password', 256),
    'The passphrase of the network, or the password of the user; for EAP also `hash:` with the 32 hex digits of its NT hash.',
    ['correct horse battery', 'another passphrase'],
    secret,
  ),
  'ca-certificate': field(certificate, 'The certificate of the authority that the server’s must come from; a path on the machine.', [
    '/etc/ssl/certs/radius-ca.pem',
    '/etc/ssl/certs/other-ca.pem',
  ]),
  'client-certificate': field(certificate, 'The certificate of the machine or the user.', [
    '/etc/ssl/certs/client.pem',
    '/etc/ssl/certs/other.pem',
  ]),
  'client-key': field(certificate, 'The private key that belongs to the certificate.', [
    '/etc/ssl/private/client.key',
    '/etc/ssl/private/other.key',
  ]),
  'client-key-password': field(
    words('a password', 256),
    'What the private key is encrypted with.',
    ['opens the key', 'opens another'],
    secret,
  ),
  'phase2-auth': field(innerMethod, 'How the user is known inside the tunnel of PEAP or TTLS.', ['MSCHAPV2', 'PAP'], { since: '0.99' }),
}

/** How the machine proves to an access point who it is. */
export const auth = mapping(() => ({
  'key-management': field(
    oneOf('none', 'psk', 'psk-sha256', 'eap', 'eap-sha256', 'eap-suite-b-192', 'sae', '802.1x'),
    'How the network is protected: `psk` by WPA2 and a passphrase, `sae` by WPA3, `eap` by a server that knows each user.',
    ['sae', 'psk'],
    { default: 'none; with a `password` alone WPA2 or WPA3' },
  ),
  ...credentials,
}))

/** The same at a wired port, which has no passphrase. */
export const wiredAuth = mapping(() => ({
  'key-management': field(
    oneOf('none', 'eap', 'eap-sha256', 'eap-suite-b-192', '802.1x'),
    'Whether the switch asks who the machine is: `802.1x`, which the words with `eap` mean as well.',
    ['802.1x', 'none'],
    { default: '802.1x' },
  ),
  ...credentials,
}))
