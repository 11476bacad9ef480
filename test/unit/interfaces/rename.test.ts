import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { render } from '../../../src/index.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'netglot-rename-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Device {
  readonly mac: string
  readonly driver?: string
  readonly radio?: true
  readonly virtual?: true
}

/** Devices as /sys/class/net shows them. */
function devices(all: Readonly<Record<string, Device>>): void {
  for (const [name, { mac, driver = 'e1000', radio, virtual }] of Object.entries(all)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'address'), `${mac}\n`)
    if (radio === true) mkdirSync(join(folder, name, 'phy80211'))
    if (virtual === true) continue
    mkdirSync(join(folder, name, 'device'))
    symlinkSync(`../../../bus/pci/drivers/${driver}`, join(folder, name, 'device/driver'))
  }
  writeFileSync(join(folder, 'bonding_masters'), '')
}

/** The command that ifupdown-ng runs for `lan0`, with this folder in place of /sys/class/net; its exit status, or the devices after it. */
function renamed(match: string, kind: 'ethernets' | 'wifis' = 'ethernets'): readonly string[] | number {
  const points = kind === 'wifis' ? ', access-points: {home: {}}' : ''
  const source = `network: {version: 2, ${kind}: {nic: {match: ${match}, set-name: lan0${points}}}}\n`
  const content = render([{ name: 'a.yaml', text: source }], { targets: ['ifupdown-ng'] }).targets[0]?.files.find(
    file => file.path === '/etc/network/interfaces',
  )?.content
  const [, line = ''] = /pre-up (cd \/sys\/class\/net .*)/.exec(content ?? '') ?? []
  // A kernel refuses a name that is taken.
  const ip = 'ip() { [ ! -e "$6" ] && mv "$4" "$6"; }'
  try {
    execFileSync('sh', ['-c', `${ip}; ${line.replace('/sys/class/net', folder)}`], {
      env: { ...process.env, IFACE: 'lan0' },
      stdio: 'ignore',
    })
  } catch (error) {
    return (error as { readonly status: number }).status
  }
  return readdirSync(folder)
    .filter(name => name !== 'bonding_masters')
    .sort()
}

const mac = '52:54:00:aa:00:01'

describe('ifupdown-ng names the NIC', () => {
  test('by its MAC, and not the bridge that carries the same', () => {
    devices({ br0: { mac, virtual: true }, eth0: { mac: '52:54:00:aa:00:02' }, eth1: { mac } })
    expect(renamed(`{macaddress: "${mac}"}`)).toEqual(['br0', 'eth0', 'lan0'])
  })

  test('once only', () => {
    devices({ eth0: { mac: '52:54:00:aa:00:02' }, lan0: { mac } })
    expect(renamed('{driver: e1000}')).toEqual(['eth0', 'lan0'])
  })

  test('that has the name already, though it carries another MAC by now', () => {
    devices({ lan0: { mac: '02:00:00:00:00:01' } })
    expect(renamed(`{macaddress: "${mac}"}`)).toEqual(['lan0'])
  })

  test('by the pattern of its name, which is no radio', () => {
    devices({ enp0: { mac, radio: true }, enp1: { mac }, eth0: { mac } })
    expect(renamed('{name: "enp*"}')).toEqual(['enp0', 'eth0', 'lan0'])
  })

  test('by one of several drivers', () => {
    devices({ eth0: { mac, driver: 'virtio_net' }, eth1: { mac, driver: 'r8169' } })
    expect(renamed('{driver: ["e1000*", r8169]}')).toEqual(['eth0', 'lan0'])
  })

  test('that is a radio, where one is meant', () => {
    devices({ eth0: { mac }, wlan0: { mac, radio: true } })
    expect(renamed(`{macaddress: "${mac}"}`, 'wifis')).toEqual(['eth0', 'lan0'])
  })
})

describe('ifupdown-ng fails', () => {
  test('where another NIC has the name', () => {
    devices({ eth0: { mac }, lan0: { mac: '52:54:00:aa:00:02' } })
    expect(renamed(`{macaddress: "${mac}"}`)).toBe(1)
  })

  test('where no NIC matches', () => {
    devices({ eth0: { mac: '52:54:00:aa:00:02' } })
    expect(renamed(`{macaddress: "${mac}"}`)).toBe(1)
  })
})
