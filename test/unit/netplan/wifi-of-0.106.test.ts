import { expect, test } from 'vitest'
import { render } from '../../../src/index.ts'

const yaml = (management: string, more = ''): string => {
  const text = `network:
  wifis:
    wlan0:
      access-points:
        homenet:
          auth:
            key-management: ${management}
            password: correct horse battery
${more}`
  const { targets } = render([{ name: 'a.yaml', text }], { targets: ['netplan@0.106'], allowLoss: true })
  return targets[0]?.files.map(({ content }) => content).join('') ?? ''
}

// To netplan 0.106 `auth` without `key-management` is an open network.
test.each(['eap-sha256', 'eap-suite-b-192'])('a lost %s never leaves a network open', management => {
  expect(yaml(management, '            method: peap\n            identity: joe\n')).toContain('key-management: eap\n')
})

test.each(['sae', 'psk-sha256'])('a lost %s leaves the password by itself, which is WPA2', management => {
  expect(yaml(management)).toMatch(/homenet:\n +password: correct horse battery\n/)
})
