import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bridge, netglot, wifi, workplace } from './program.ts'

const { folder, put } = workplace()
const host = put('host.yaml', bridge)
const radio = put('radio.yaml', wifi)
const tap = put('tap.yaml', 'network:\n  taps:\n    tap0: {owner: qemu}\n')
const out = (name: string): string => join(folder, name)

const documents = ['tar', 'cloud-config', 'ignition', 'butane', 'script', 'osbuild']

describe('wrong usage says what is right', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['several targets', ['-t', 'suse,netplan', '--format', 'tar'], '--format tar is for one target: give one with -t, or -o DIR'],
    ['a tree without a folder', ['-t', 'suse', '--format', 'kiwi'], '--format kiwi is a folder: say which with -o DIR'],
    ['a root too', ['-t', 'suse', '--format', 'tar', '--root', out('root')], '--root writes files by itself: give it or --format tar'],
    ['an output of text', ['-t', 'suse', '-o', out('text')], '-o goes with a format such as tar'],
    [
      'a move where nothing is',
      ['-t', 'suse', '--format', 'tar', '-o', out('text'), '--force'],
      '--force is about the files below a root, and --format tar has none',
    ],
    ['an unknown format', ['-t', 'suse', '--format', 'zip'], 'Choices: "text", "json", "tar"'],
  ]
  test.each(cases)('%s', (_, args, says) => {
    const { status, stdout, stderr } = netglot(['render', host, ...args])
    expect(stderr).toContain(says)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect([existsSync(out('root')), existsSync(out('text'))]).toEqual([false, false])
  })

  test('a time that is none', () => {
    const { status, stdout, stderr } = netglot(['render', host, '-t', 'suse', '--format', 'tar'], { env: { SOURCE_DATE_EPOCH: 'now' } })
    expect(stderr).toContain('SOURCE_DATE_EPOCH is a number of seconds, and not now')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })
})

describe.each(documents)('%s', format => {
  test('has the same bytes wherever and whenever it is made', () => {
    const once = netglot(['render', 'host.yaml', '-t', 'networkd', '--format', format], { cwd: folder })
    const again = netglot(['render', host, '-t', 'networkd', '--format', format], {
      env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', HOME: '/nowhere' },
    })
    expect(once.status).toBe(0)
    expect(once.stdout).not.toBe('')
    expect(again.stdout).toBe(once.stdout)
  })

  test('of a target that loses something is not printed, and an older file stays', () => {
    const printed = netglot(['render', tap, '-t', 'networkmanager', '--format', format])
    expect(printed.stderr).toContain('error[NG5002')
    expect({ status: printed.status, stdout: printed.stdout }).toEqual({ status: 1, stdout: '' })
    writeFileSync(out('old'), 'old')
    expect(netglot(['render', tap, '-t', 'networkmanager', '--format', format, '-o', out('old')]).status).toBe(1)
    expect(readFileSync(out('old'), 'utf8')).toBe('old')
  })
})

describe('the manifest comes with the files', () => {
  const made = (format: string): string => netglot(['render', host, '-t', 'netplan', '--format', format]).stdout
  const deliveries: Readonly<Record<string, (root: string) => void>> = {
    tar: root => execFileSync('tar', ['-xpf', '-', '-C', root], { input: made('tar') }),
    // There is no unit below the root to enable.
    script: root => execFileSync('sh', [], { input: `systemctl() { :; }\n${made('script')}`, env: { ...process.env, DESTDIR: root } }),
  }

  test.each(Object.entries(deliveries))('by %s, once and again, and the program knows them as its own', (format, deliver) => {
    const root = out(`of-${format}`)
    mkdirSync(root)
    deliver(root)
    deliver(root)
    expect(netglot(['diff', host, '-t', 'netplan', '--root', root])).toMatchObject({ status: 0, stdout: '' })
    const changed = put('changed.yaml', bridge.replace('dhcp4', 'dhcp6'))
    expect(netglot(['render', changed, '-t', 'netplan', '--root', root]).status).toBe(0)
  })

  test('where a format can write there', () => {
    const has = (format: string): boolean => made(format).includes('/var/lib/netglot/netplan.json')
    // In an archive paths are relative.
    expect(documents.filter(format => !has(format))).toEqual(['tar', 'osbuild'])
  })
})

test('SOURCE_DATE_EPOCH is the time of an archive', () => {
  const at = (time: string): string =>
    netglot(['render', host, '-t', 'suse', '--format', 'tar'], { env: { SOURCE_DATE_EPOCH: time } }).stdout
  expect(at('1700000000').slice(136, 147)).toBe((1_700_000_000).toString(8).padStart(11, '0'))
  expect(at('').slice(136, 147)).toBe('00000000000')
})

describe('-o', () => {
  test('has a file of several targets each in one, but of that which fails', () => {
    const { status, stdout } = netglot([
      'render',
      tap,
      '-t',
      'ifupdown,networkmanager,networkd@252,networkd@257',
      '--format',
      'tar',
      '-o',
      out('all'),
    ])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    const files = ['ifupdown.tar', 'networkmanager.tar', 'networkd@252.tar', 'networkd@257.tar']
    expect(files.filter(file => existsSync(join(out('all'), file)))).toEqual(['ifupdown.tar', 'networkd@252.tar', 'networkd@257.tar'])
  })

  test('keeps a file with a secret from others', () => {
    const modeOf = (file: string): string => {
      expect(netglot(['render', file, '-t', 'networkd', '--format', 'script', '-o', out('script')]).status).toBe(0)
      return (statSync(out('script')).mode & 0o777).toString(8)
    }
    expect([modeOf(host), modeOf(radio)]).toEqual(['644', '600'])
  })

  test('that can not be written ends with 3', () => {
    const { status, stderr } = netglot(['render', host, '-t', 'networkd', '--format', 'tar', '-o', join(host, 'network.tar')])
    expect(stderr).toContain('error[NG8004]')
    expect(status).toBe(3)
  })
})

describe('what a format leaves to the user', () => {
  const codes = (file: string, target: string, format: string, ...more: readonly string[]): readonly string[] =>
    [...netglot(['render', file, '-t', target, '--format', format, ...more]).stderr.matchAll(/\[(NG82\d\d)/g)].map(([, code = '']) => code)
  const rename = put(
    'rename.yaml',
    'network:\n  ethernets:\n    lan0: {match: {macaddress: "52:54:00:aa:00:01"}, set-name: lan0, dhcp4: true}\n',
  )
  const vpn = put(
    'vpn.yaml',
    'network:\n  tunnels:\n    wg0: {mode: wireguard, key: 4GgaQCy68nzNsUE5aJ9fuLzHhB65tAlwbmA72MWnOm8=, addresses: [10.0.0.1/24]}\n',
  )

  test('is packages, services, what is in the way, and cloud-init', () => {
    expect(codes(host, 'debian-12', 'tar')).toEqual(['NG8201', 'NG8202', 'NG8203', 'NG8206'])
    expect(codes(host, 'debian-12', 'ignition')).toEqual(['NG8201', 'NG8203', 'NG8206'])
    expect(codes(host, 'debian-12', 'osbuild')).toEqual(['NG8203', 'NG8206'])
    expect(codes(host, 'debian-12', 'script')).toEqual(['NG8201', 'NG8206'])
    expect(codes(host, 'debian-12', 'cloud-config')).toEqual([])
  })

  test('is an initramfs', () => {
    expect(codes(rename, 'debian-12', 'ignition')).toContain('NG8204')
    expect(codes(rename, 'debian-12', 'script')).not.toContain('NG8204')
  })

  test('is services of OpenRC, where a format knows units alone', () => {
    expect(codes(host, 'alpine-3.22', 'osbuild')).toContain('NG8202')
    expect(codes(host, 'alpine-3.22', 'cloud-config')).not.toContain('NG8202')
  })

  test('is the number of an owner that nothing tells', () => {
    expect(codes(vpn, 'networkd', 'tar')).toContain('NG8205')
    expect(codes(vpn, 'networkd', 'tar', '--group', 'systemd-network=998')).not.toContain('NG8205')
    expect(codes(vpn, 'networkd', 'ignition')).not.toContain('NG8205')
  })

  test('is a secret that others may read', () => {
    expect(codes(vpn, 'networkd', 'cloud-config')).toEqual(['NG8207'])
    expect(codes(vpn, 'networkd', 'script')).not.toContain('NG8207')
    expect(codes(host, 'networkd', 'cloud-config')).toEqual([])
  })
})
