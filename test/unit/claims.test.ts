import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { claimsOf } from '../../src/cli/claims.ts'
import { describedDevices } from '../../src/cli/described.ts'

const root = mkdtempSync(join(tmpdir(), 'netglot-claims-'))
afterAll(() => rmSync(root, { recursive: true }))

test('what cloud-init wrote for the name before a renaming is found by its MAC', () => {
  const profile = join(root, 'etc/NetworkManager/system-connections/cloud-init-eth0.nmconnection')
  mkdirSync(dirname(profile), { recursive: true })
  writeFileSync(profile, '[connection]\nid=cloud-init eth0\n[ethernet]\nmac-address=52:54:00:AA:00:01\n')
  const describing = (mac: string) =>
    describedDevices([
      { name: 'host.yaml', text: `network: {ethernets: {lan: {match: {macaddress: "${mac}"}, set-name: lan0, dhcp4: true}}}\n` },
    ])
  expect(claimsOf(describing('52:54:00:aa:00:01'), root)).toEqual([
    { file: profile, slug: 'in-the-way', why: 'NetworkManager configures lan0 by it' },
  ])
  expect(claimsOf(describing('52:54:00:aa:00:02'), root)).toEqual([])
})
