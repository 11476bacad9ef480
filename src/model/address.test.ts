import { expect, test } from 'vitest'
import { networkOf, readCidr, readIp } from './address.ts'

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['192.0.2.0/24', '192.0.2.0/24'],
  ['192.0.2.255/31', '192.0.2.254/31'],
  ['2001:db8:1::5/48', '2001:db8:1::/48'],
  ['2001:db8::5/128', '2001:db8::5/128'],
  ['fe80::1:0:0:1/64', 'fe80::/64'],
  ['1:2:3:4:5:6:7:8/127', '1:2:3:4:5:6:7:8/127'],
  ['1:2:3:4:5:6:7:9/127', '1:2:3:4:5:6:7:8/127'],
  ['::1/1', '::/1'],
  ['1:0:0:2:0:0:0:9/125', '1:0:0:2::8/125'],
])('the network of %s is %s', (prefix, network) => {
  const cidr = readCidr(prefix)
  expect(cidr && networkOf(cidr).text).toBe(network)
})

test.each(['::', '::1.2.3.4', '1::1.2.3.4', '1:2:3:4:5:6:1.2.3.4', '::ffff:192.0.2.1', '1::'])('%s is an address of IPv6', text => {
  expect(readIp(text)?.family).toBe(6)
})

test.each(['1.2.3.4::', '1:1.2.3.4::1', '1.2.3.4:1::', ':1', '1:', '1:::2', '1::2::3', '1:2:3:4:5:6:7::1.2.3.4', '::1.2.3'])(
  'inet_pton(3) takes %s for no address',
  text => {
    expect(readIp(text)).toBeUndefined()
  },
)
