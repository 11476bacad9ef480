import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Rendered, render, type TargetAnswer } from '../../src/index.ts'
import { fixtures, spellings as stacks } from '../fixtures.ts'

const spellings = [...stacks, 'auto@debian-12']

const accounts = { users: { qemu: 64055 }, groups: { kvm: 104 } }

const rendered = (spelling: string, text: string): Rendered =>
  render([{ name: 'input.yaml', text }], { targets: [spelling], allowLoss: true, accounts })

const cases = spellings.flatMap(spelling => fixtures.map(fixture => ({ spelling, fixture, name: `${fixture.name} on ${spelling}` })))

const answers = (spelling: string): readonly TargetAnswer[] =>
  fixtures.flatMap(f => render(f.source, { ...f.options, allowLoss: true, targets: [spelling] }).targets)

const names = (spelling: string, pattern: RegExp): readonly string[] => [
  ...new Set(answers(spelling).flatMap(a => a.files.map(f => f.path).filter(path => pattern.test(path)))),
]

const isNormal = (path: string): boolean =>
  path.startsWith('/') && posix.normalize(path) === path && !path.endsWith('/') && /^[!-~]+$/.test(path)

describe.each(spellings)('%s', spelling => {
  test('an empty description leaves no file', () => {
    const { targets, diagnostics } = rendered(spelling, 'network: {version: 2}')
    expect(targets.map(t => t.failed)).toEqual([false])
    expect(targets.flatMap(t => t.files.map(f => f.path))).toEqual([])
    expect(diagnostics.filter(d => d.severity === 'error')).toEqual([])
  })

  test('ids that are no file names give safe ones', () => {
    const ids = ['a b', '../x', '-rf', '..', '.hidden', 'a/b', '$(reboot)', 'a;b', '%n', '*', '~', 'ä']
    for (const id of ids) {
      const definition = { match: { macaddress: '52:54:00:aa:00:01' }, 'set-name': 'lan0', dhcp4: 'true' }
      const { targets } = rendered(spelling, JSON.stringify({ network: { version: '2', ethernets: { [id]: definition } } }))
      const paths = targets.flatMap(t => [...t.files, ...t.links].map(f => f.path))
      expect(paths.filter(path => !/^(\/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+$/.test(path))).toEqual([])
    }
  })

  test('twins in name do not share a file', () => {
    const twin = (n: number) => ({ match: { macaddress: `52:54:00:aa:00:0${n}` }, 'set-name': `lan${n}`, dhcp4: 'true' })
    const { targets } = rendered(spelling, JSON.stringify({ network: { version: '2', ethernets: { 'a/b': twin(1), 'a:b': twin(2) } } }))
    const files = targets.flatMap(t => t.files)
    expect(targets.map(t => t.failed)).toEqual([false])
    expect(new Set(files.map(f => f.path)).size).toBe(files.length)
    for (const name of ['lan1', 'lan2']) expect(files.some(f => f.content.includes(name) || f.path.includes(name))).toBe(true)
  })
})

describe.each(cases)('$name', ({ spelling, fixture }) => {
  const { targets } = render(fixture.source, { ...fixture.options, allowLoss: true, targets: [spelling] })
  const files = targets.flatMap(t => t.files)

  test('paths are unique, absolute and normal', () => {
    const paths = targets.flatMap(t => [...t.files, ...t.links].map(f => f.path))
    expect(paths.filter(path => !isNormal(path))).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('files say who made them and end in one newline', () => {
    for (const { path, content, lines } of files) {
      const [first = '', second = ''] = content.split('\n')
      expect(first.startsWith('#!') ? second : first, path).toMatch(/^# Made by netglot for /)
      expect(content, path).toMatch(/[^\n]\n$/)
      expect(lines.length, path).toBe(content.split('\n').length - 1)
    }
  })

  test('secrets are in private files, and in no diagnostic', () => {
    const secrets = [
      ...fixture.source
        .map(s => s.text)
        .join('\n')
        .matchAll(/password: *["']?([^"'\n}]+)/g),
    ].map(([, secret = '']) => secret)
    const open = files.filter(f => !['0600', '0640'].includes(f.mode))
    for (const secret of secrets) expect(open.filter(f => f.content.includes(secret)).map(f => f.path)).toEqual([])
    expect(open.filter(f => f.secret)).toEqual([])
    expect(files.every(f => /^0[0-7]{3}$/.test(f.mode) && (Number.parseInt(f.mode, 8) & 0o022) === 0)).toBe(true)
  })
})

describe('names win over what distributions ship', () => {
  const base = (path: string): string => posix.basename(path)
  const sortsBefore = (path: string, others: readonly string[]): boolean => others.every(other => base(path) < other)
  const shippedNetworks = [
    '10-cloud-init-eno1.network',
    '10-netplan-eno1.network',
    '80-container-host0.network',
    '89-ethernet.network',
    '99-default.network',
  ]

  test.each(spellings)('%s', spelling => {
    const networks = names(spelling, /\/systemd\/network\/.*\.(network|netdev)$/)
    expect(networks.filter(path => !sortsBefore(path, shippedNetworks))).toEqual([])
    const links = names(spelling, /\.link$/)
    expect(
      links.filter(
        path => !sortsBefore(path, ['10-cloud-init-eno1.link', '10-netplan-eno1.link', '73-usb-net-by-mac.link', '99-default.link']),
      ),
    ).toEqual([])
    // Rules that use the final name come after the one that gives it.
    const rules = names(spelling, /\.rules$/)
    expect(rules.filter(path => base(path) < '80-net-setup-link.rules')).toEqual([])
    // sysctl.d and netplan take the last word.
    expect(names(spelling, /\/sysctl\.d\//).filter(path => base(path) < '50-default.conf')).toEqual([])
    expect(names(spelling, /\/etc\/netplan\//).filter(path => base(path) < '50-cloud-init.yaml')).toEqual([])
  })
})
