import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { render } from '../../../src/index.ts'

const text = `network:
  ethernets: {eno1: {dhcp4: true}, eno2: {dhcp4: true}}
  vrfs: {mgmt: {table: 1001, interfaces: [eno1]}}
`

const hookOf = (target: string): string => {
  const [answer] = render([{ name: 'a.yaml', text }], { targets: [target] }).targets
  return answer?.files.find(({ path }) => path === '/etc/dhcp/dhclient-enter-hooks.d/netglot-eno1')?.content ?? ''
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'netglot-lease-'))
  writeFileSync(join(folder, 'ip'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What a command of dhclient-script comes to, which reads the hook in its own shell. */
const run = (target: string, device: string, command: string): string =>
  execFileSync('/bin/sh', ['-c', `interface=${device}\n${hookOf(target)}\n${command}`], {
    env: { PATH: `${folder}:/usr/bin:/bin` },
    encoding: 'utf8',
  }).trim()

describe.each(['ifupdown', 'ifupdown2'])('the hook that %s has for a lease in a VRF', target => {
  const route = '-4 route add default via 192.0.2.1 dev eno1'

  test('puts its routes into the table of the VRF', () => {
    expect(run(target, 'eno1', `ip ${route} metric 100`)).toBe(`${route} metric 100 table 1001`)
  })

  test('leaves all else alone', () => {
    const address = '-4 addr add 192.0.2.10/24 broadcast 192.0.2.255 dev eno1 label eno1'
    expect(run(target, 'eno1', `ip ${address}`)).toBe(address)
  })

  test('leaves other devices alone', () => {
    expect(run(target, 'eno2', `ip ${route}`)).toBe(route)
  })
})

test('on ifupdown-ng it is a loss', () => {
  const { diagnostics } = render([{ name: 'a.yaml', text }], { targets: ['ifupdown-ng'] })
  expect(diagnostics.filter(d => d.code === 'NG5101').map(d => d.message)).toHaveLength(1)
})
