import { expect, test } from 'vitest'
import { render } from '../../src/index.ts'

const own = ['hostname: hal', 'send-hostname: false']
const overrides = ['route-metric: 1100', 'use-dns: false', 'use-routes: false', 'use-mtu: false']

/** A NIC whose name nobody knows, with what needs a DHCP client of ours where there is one. */
const text = (one: string, other: string): string => `network:
  ethernets:
    lan:
      match: {macaddress: "52:54:00:aa:00:01"}
      dhcp4: true
      dhcp-identifier: duid
      optional: true
      dhcp4-overrides: {${one}, ${other}}
`

test('nothing of a device without a name is forgotten, though its losses are allowed', () => {
  const forgotten = own.flatMap(one =>
    overrides.flatMap(other =>
      render([{ name: 'a.yaml', text: text(one, other) }], { targets: ['all'], allowLoss: true }).diagnostics.filter(
        ({ code }) => code === 'NG9001',
      ),
    ),
  )
  expect(forgotten.map(({ message }) => message)).toEqual([])
})
