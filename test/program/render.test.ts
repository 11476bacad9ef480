import { describe, expect, test } from 'vitest'
import { bridge, netglot, wifi, workplace } from './program.ts'

const { folder, put } = workplace()
const host = put('host.yaml', bridge)

const taps = (owner: string): string => `network:\n  taps:\n    tap0: {owner: ${owner}}\n`

describe('text', () => {
  test('has the files on stdout and what goes with them on stderr', () => {
    const { status, stdout, stderr } = netglot(['render', host, '-t', 'ifupdown'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^# \/etc\/network\/interfaces \(0644 root:root\)\n# Made by netglot for ifupdown@/)
    expect(stdout).toContain('bridge-ports eno1\n')
    expect(stderr).toMatch(/^\nifupdown@0\.8\.41, beside the files:\n/)
    expect(stderr).toContain('install    bridge-utils')
    expect(stderr).toContain('remove     /etc/network/interfaces.d/50-cloud-init, if it is there')
    expect(stderr).toContain('then run   systemctl restart networking.service')
    expect(stderr).toContain('systemd-run --unit=undo-network --on-active=10min')
    expect(stderr).toContain('network: {config: disabled}')
    expect(stderr.indexOf('remote?    first of all')).toBeLessThan(stderr.indexOf('install    bridge-utils'))
    // cp brings back what was there, but takes nothing away.
    expect(stderr).toContain(
      "sh -c 'systemctl disable networking.service; rm -f /etc/network/interfaces /etc/systemd/network/05-netglot-br0.link; cp -a",
    )
  })

  test('has a way back that outlives the reboot which a new name needs', () => {
    put('renamed.yaml', 'network:\n  ethernets:\n    lan0: {match: {macaddress: "52:54:00:aa:00:01"}, set-name: lan0, dhcp4: true}\n')
    const { stderr } = netglot(['render', 'renamed.yaml', '-t', 'networkd'], { cwd: folder })
    expect(stderr).not.toContain('systemd-run')
    expect(stderr).toContain('OnBootSec=10min')
    expect(stderr).toMatch(
      /echo 'systemctl disable undo-network\.timer; rm -f [^;]*; .*; update-initramfs -u; systemctl reboot' >\/root\/undo-network/,
    )
    expect(stderr).toContain('\n             systemctl enable undo-network.timer\n')
    expect(stderr).toContain('when all is well: systemctl disable --now undo-network.timer\n')
  })

  test('names each of several targets', () => {
    const { stdout } = netglot(['render', host, '-t', 'ifupdown,suse', '-t', 'networkd@257'])
    expect(stdout.match(/^# =====.*$/gm)).toEqual(['ifupdown@0.8.41', 'suse@wicked-0.6', 'networkd@257'].map(t => `# ===== ${t} =====`))
  })

  test('takes standard input beside files, first or last', () => {
    const more = put('more.yaml', 'network: {bridges: {br0: {mtu: 1400}}}\n')
    for (const files of [
      ['-', more],
      [more, '-'],
    ]) {
      const { stdout } = netglot(['render', ...files, '-t', 'netplan'], { input: bridge })
      expect(stdout).toContain('mtu: 1400')
      expect(stdout).toContain('dhcp4: true')
    }
  })

  test('is the same from standard input', () => {
    const args = ['-t', 'networkd']
    const { stdout } = netglot(['render', host, ...args])
    expect(netglot(['render', '-', ...args], { input: bridge }).stdout).toBe(stdout)
    expect(netglot(['render', ...args], { input: bridge }).stdout).toBe(stdout)
  })

  test('has no colour in a pipe', () => {
    expect(netglot(['render', host, '-t', 'all']).stderr).not.toContain('\u001b')
  })
})

describe('diagnostics of several targets', () => {
  const bare = 'network:\n  ethernets:\n    eno1: {}\n  bridges:\n    br0: {interfaces: [eno1]}\n'

  test('that say the same stand there once, with all the targets', () => {
    const { stderr } = netglot(['check', '-', '-t', 'ifupdown,ifupdown2,networkd@252,networkd@257'], { input: bare })
    expect(stderr).toContain('  = ifupdown2@3.0, ifupdown@0.8.41: ')
    expect(stderr).toContain('  = networkd@252, networkd@257: ')
    expect(stderr).toMatch(/\nnetglot: 1 warning, 1 note\n$/)
  })

  test('are one for each target in JSON', () => {
    const { stdout } = netglot(['check', '-', '-t', 'networkd@252,networkd@257', '--format', 'json'], { input: bare })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { target: string }[] }
    expect(diagnostics.map(({ target }) => target)).toEqual(['networkd@252', 'networkd@257'])
  })
})

describe('several files', () => {
  put('netplan.d/20-mtu.yaml', 'network:\n  bridges:\n    br0: {mtu: 1400}\n')
  put('netplan.d/10-base.yaml', bridge)
  put('netplan.d/.hidden.yaml', '[')
  put('netplan.d/notes.txt', '[')

  test('of a directory merge by base name', () => {
    const { status, stdout } = netglot(['render', 'netplan.d', '-t', 'networkd'], { cwd: folder })
    expect(status).toBe(0)
    expect(stdout).toContain('MTUBytes=1400')
  })

  test('merge in the order given', () => {
    const last = put('last.yaml', 'network:\n  bridges:\n    br0: {mtu: 1300}\n')
    expect(netglot(['render', 'netplan.d', last, '-t', 'networkd'], { cwd: folder }).stdout).toContain('MTUBytes=1300')
  })
})

describe('json', () => {
  test('has the answer and the diagnostics on stdout', () => {
    const { status, stdout, stderr } = netglot(['render', host, '-t', 'networkd', '--format', 'json'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const json = JSON.parse(stdout) as { targets: Record<string, unknown>[]; diagnostics: unknown[] }
    expect(json).toMatchObject({ netglot: expect.stringMatching(/^\d+\.\d+\.\d+/), schemaVersion: 1 })
    const [answer] = json.targets
    expect(answer).toMatchObject({ target: 'networkd', version: '252', links: [], services: { disable: [] } })
    expect(Object.keys(answer ?? {})).toEqual([
      'target',
      'version',
      'distribution',
      'stacks',
      'failed',
      'files',
      'links',
      'services',
      'requires',
      'apply',
      'remove',
      'manifest',
    ])
    const [file] = (answer?.files ?? []) as Record<string, unknown>[]
    expect(Object.keys(file ?? {})).toEqual(['path', 'mode', 'owner', 'group', 'secret', 'content'])
  })

  test('says what keeps cloud-init from writing its file again, as the text does', () => {
    const { stdout } = netglot(['render', host, '-t', 'networkd', '--format', 'json'])
    const { targets } = JSON.parse(stdout) as { targets: { remove: { path: string; advice: string | null }[] }[] }
    const advices = targets[0]?.remove.map(({ path, advice }) => [path, advice?.includes('99-disable-network-config.cfg') ?? false])
    expect(advices).toContainEqual(['/etc/netplan/50-cloud-init.yaml', true])
    expect(advices).toContainEqual(['/etc/network/interfaces', false])
  })

  test('flags secrets and holds them unmasked', () => {
    const { stdout } = netglot(['render', '-', '-t', 'networkd', '--format', 'json'], { input: wifi })
    const { targets } = JSON.parse(stdout) as { targets: { files: { secret: boolean; mode: string; content: string }[] }[] }
    const secrets = targets[0]?.files.filter(({ content }) => content.includes('hunter2hunter2'))
    expect(secrets).toMatchObject([{ secret: true, mode: '0600' }])
  })
})

describe('losses', () => {
  const lossy = put('lossy.yaml', taps('qemu'))

  test('fail their target and no other', () => {
    const { status, stdout, stderr } = netglot(['render', lossy, '-t', 'suse,ifupdown'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[NG5002]')
    expect(stderr).toContain('--user qemu=NUMBER')
    expect(stdout).toContain('user qemu')
    expect(stdout).not.toContain('ifcfg')
  })

  test.each([
    ['all', ['--allow-loss', lossy]],
    ['one by name', [lossy, '--allow-loss', 'suse:NG5002:taps.*.owner']],
  ])('are warnings when allowed: %s', (_, args) => {
    const { status, stdout, stderr } = netglot(['render', '-t', 'suse', ...args])
    expect(status).toBe(0)
    expect(stderr).toContain('warning[NG5002]')
    expect(stdout).toContain('Lost with your leave: taps.tap0.owner')
  })

  test('are none for root, whose number nobody has to tell', () => {
    const { status, stderr } = netglot(['render', '-', '-t', 'suse,networkmanager'], { input: taps('root') })
    expect(stderr).not.toContain('error')
    expect(status).toBe(0)
  })

  test('of unknown accounts go away with a number', () => {
    put('machine/etc/passwd', 'root:x:0:0::/:/bin/sh\nqemu:x:64055:107::/:/bin/false\n')
    put('machine/etc/group', 'root:x:0:\n')
    for (const args of [
      ['--user', 'qemu=64055'],
      ['--accounts', 'machine'],
    ]) {
      const { status, stdout } = netglot(['render', lossy, '-t', 'suse', ...args], { cwd: folder })
      expect(status).toBe(0)
      expect(stdout).toContain('64055')
    }
  })
})

test('a full disk under standard output ends with 3', () => {
  const { status, stderr } = netglot(['render', host, '-t', 'ifupdown'], { stdout: '/dev/full' })
  expect(status).toBe(3)
  expect(stderr).toContain('error[NG8004]: standard output can')
})
