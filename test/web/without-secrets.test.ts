import { expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import { withoutSecrets } from '../../web/engine/without-secrets.ts'

const description = `network:
  renderer: NetworkManager
  wifis:
    w0:
      dhcp4: true
      access-points:
        a: {password: &p "geheim\\x41geheim"}
        b: {password: *p}
        c:
          auth:
            key-management: eap
            method: peap
            identity: joe
            password: |
              several-words
        d:
          password: 'it''s secret!' # the password: it's secret!
        e: {auth: {key-management: psk, password: "12345678"}}
        f: {networkmanager: {passthrough: {wifi-security.psk: topsecretpsk}}} # topsecretpsk
  modems:
    m0: {pin: "4711", apn: x, dhcp4: true}
`

test('however a secret is written, it is left out, and the rest is as it was', () => {
  const { text = '', leftOut } = withoutSecrets(description)
  for (const secret of ['geheim', 'several-words', 'secret!', '12345678', 'topsecretpsk', '4711']) expect(text).not.toContain(secret)
  expect(leftOut).toHaveLength(9)
  expect(text).toContain('identity: joe')
  expect(text).toContain('password: "00000000"')
  const { diagnostics } = render([{ name: 'shared.yaml', text }], { targets: ['networkmanager'] })
  expect(diagnostics.filter(({ severity, target }) => severity === 'error' && target === undefined)).toEqual([])
})

test('what has no secret stays as it is', () => {
  const text = 'network: {ethernets: {eno1: {dhcp4: true}}} # the desk\n'
  expect(withoutSecrets(text)).toEqual({ text, leftOut: [] })
})

test('what is refused gives nothing', () => {
  expect(withoutSecrets('network: {wifis: {w0: {psk: hunter2hunter2}}}').text).toBeUndefined()
})
