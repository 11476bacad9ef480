import * as z from 'zod/mini'
import { field } from '../field.ts'
import { account, id, mac, oneOf, seconds, uint, words, yesNo } from '../scalars.ts'
import { common, physical } from './common.ts'

export const ethernet = z.strictObject({ ...common, ...physical })

const password = words('a passphrase of 8 to 63 characters, or 64 hex digits', 64)

const auth = z.strictObject({
  'key-management': field(oneOf('none', 'psk', 'sae'), 'How the network is protected: not at all, by WPA2 or by WPA3.', ['sae', 'psk']),
  password: field(password, 'The passphrase of the network.', ['correct horse battery', 'another passphrase'], { secret: true }),
})

const accessPoint = z.strictObject({
  password: field(password, 'The passphrase of the network, for WPA2 and WPA3 alike.', ['correct horse battery', 'another passphrase'], {
    secret: true,
  }),
  auth: field(auth, 'How to authenticate, where `password` alone does not say it.', [
    { 'key-management': 'sae', password: 'correct horse battery' },
  ]),
  mode: field(oneOf('infrastructure'), 'A station of an access point.', ['infrastructure']),
  bssid: field(mac, 'Only the access point with this address.', ['02:00:00:00:00:01', '02:00:00:00:00:02']),
  band: field(oneOf('2.4GHz', '2.4G', '5GHz', '5G'), 'Only this band.', ['5GHz', '2.4GHz']),
  channel: field(uint(1, 196), 'Only this channel of the band.', ['36', '40']),
  hidden: field(yesNo, 'The access point does not tell its name: ask for it.', ['true', 'false']),
})

export const wifi = z.strictObject({
  ...common,
  ...physical,
  '4addr': field(
    yesNo,
    'Use four addresses (WDS), which a station needs to be a bridge port; the access point must allow it.',
    ['true', 'false'],
    { since: 'netglot' },
  ),
  'access-points': field(z.record(z.string(), accessPoint), 'The networks to join, by their names.', [{ homenet: {} }]),
})

const numbersByPort = (most: number) => z.record(z.string(), uint(0, most))

const bridgeParameters = z.strictObject({
  'ageing-time': field(seconds, 'How long the bridge remembers a MAC address, in seconds.', ['200', '400']),
  'aging-time': field(seconds, 'Another spelling of `ageing-time`.', ['200', '400']),
  'forward-delay': field(seconds, 'How long a port listens, and learns, before it forwards, in seconds; 0 only where STP is off.', [
    '4',
    '10',
  ]),
  'hello-time': field(seconds, 'The time between two hello packets of STP, in seconds.', ['1', '3']),
  'max-age': field(seconds, 'How long STP keeps what it heard, in seconds.', ['12', '16']),
  priority: field(uint(0, 65_535), 'The bridge with the lowest priority becomes STP’s root.', ['4096', '8192']),
  stp: field(yesNo, 'Run the spanning tree protocol, which keeps loops out.', ['false', 'true']),
  'path-cost': field(numbersByPort(65_535), 'STP’s cost of a port, by port.', [{ eno1: '10' }]),
  'port-priority': field(numbersByPort(63), 'STP’s priority of a port, 0 to 63, by port.', [{ eno1: '8' }]),
})

export const bridge = z.strictObject({
  ...common,
  interfaces: field(z.array(id), 'The ports of the bridge.', [['eno1'], ['eno1', 'eno2']]),
  'macaddress-from': field(
    id,
    'The port whose permanent MAC address the bridge shall carry, so that a DHCP reservation still holds.',
    ['eno1', 'eno2'],
    { since: 'netglot' },
  ),
  parameters: field(bridgeParameters, 'The bridge’s own settings. Where `parameters` is there without `stp`, STP is on.', [{}]),
})

export const tuntap = z.strictObject({
  ...common,
  owner: field(account, 'The user who may attach to the device without being root, by name or number.', ['qemu', '64055'], {
    since: 'netglot',
  }),
  group: field(account, 'The group that may attach to the device; with an owner both must hold.', ['kvm', '104'], { since: 'netglot' }),
  'multi-queue': field(yesNo, 'Let a program open several queues (QEMU’s `queues=`).', ['true', 'false'], { since: 'netglot' }),
  'vnet-header': field(yesNo, 'Pass virtio headers through, for offloading (QEMU’s `vnet_hdr=on`).', ['true', 'false'], {
    since: 'netglot',
  }),
  'packet-info': field(yesNo, 'Put four bytes of packet information before each packet.', ['true', 'false'], { since: 'netglot' }),
})
