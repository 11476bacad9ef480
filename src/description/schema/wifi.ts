import * as z from 'zod/mini'
import { field } from '../field.ts'
import { mapping } from '../mapping.ts'
import { mac, oneOf, scalar, uint, words, yesNo } from '../scalars.ts'
import { auth } from './auth.ts'
import { common, physical } from './common.ts'
import { networkManager } from './network-manager.ts'

const password = words('a passphrase of 8 to 63 characters, or 64 hex digits', 64)

const country = scalar<string>({
  expected: 'a country by its two letters, such as DE, or 00',
  read: text => (/^([a-z]{2}|00)$/i.test(text) ? text.toUpperCase() : undefined),
  json: { type: 'string', pattern: '^([A-Za-z]{2}|00)$' },
})

const accessPoint = mapping(() => ({
  password: field(password, 'The passphrase of the network, for WPA2 and WPA3 alike.', ['correct horse battery', 'another passphrase'], {
    secret: true,
    default: 'an open network',
  }),
  auth: field(auth, 'How to authenticate, where `password` alone does not say it.', [
    { 'key-management': 'sae', password: 'correct horse battery' },
  ]),
  mode: field(
    oneOf('infrastructure', 'ap', 'adhoc'),
    'A station of an access point; `ap`: be one, and share the other networks of the machine; `adhoc`: stations among themselves.',
    ['infrastructure', 'adhoc'],
    { default: 'infrastructure' },
  ),
  bssid: field(mac, 'Only the access point with this address.', ['02:00:00:00:00:01', '02:00:00:00:00:02'], {
    since: '0.99',
    default: 'any',
  }),
  band: field(oneOf('2.4GHz', '2.4G', '5GHz', '5G'), 'Only this band.', ['5GHz', '2.4GHz'], { since: '0.99', default: 'any' }),
  channel: field(uint(1, 196), 'Only this channel of the band.', ['36', '40'], { since: '0.99', default: 'any' }),
  networkmanager: field(networkManager, 'What is for NetworkManager’s profile of this network alone.', [{}], { since: '0.102' }),
  hidden: field(yesNo, 'The access point does not tell its name: ask for it.', ['true', 'false'], { since: '0.100', default: 'false' }),
}))

export const wifi = mapping(() => ({
  ...common,
  ...physical,
  '4addr': field(
    yesNo,
    'Use four addresses (WDS), which a station needs to be a bridge port; the access point must allow it.',
    ['true', 'false'],
    { since: 'netglot', default: 'false' },
  ),
  auth: field(auth, 'netplan reads it here and passes over it: write it below each access point.', [{}]),
  'regulatory-domain': field(
    country,
    'The country whose rules for radios hold, on the whole machine; `00` for those of the world.',
    ['DE', 'FR'],
    { since: '0.105', default: 'left to the kernel and the access points' },
  ),
  'access-points': field(z.record(z.string(), accessPoint), 'The networks to join, by their names.', [{ homenet: {} }]),
}))
