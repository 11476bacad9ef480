import { describe, expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import { distributions } from '../../src/targets/distributions/index.ts'
import { releases } from '../../src/targets/distributions/table.ts'
import { targets } from '../../src/targets/index.ts'
import { autoVersions } from '../../src/targets/spelling.ts'
import { corpus } from '../differential/corpus.ts'
import { fixtures } from '../fixtures.ts'

const text = 'network:\n  ethernets:\n    eth0: {dhcp4: true}\n'
const asked = (...names: string[]) => render([{ name: 'input.yaml', text }], { targets: names })
const sources = [...fixtures.map(f => f.source), ...corpus.map(entry => entry.source)]
const everything = (name: string) => sources.flatMap(source => render(source, { targets: [name], allowLoss: true }).targets)

describe('every distribution', () => {
  test.each(Object.values(distributions))('$name names a stack that it has', ({ name, stack, stacks, title, source, because }) => {
    const [answer] = asked(name).targets
    expect(answer).toMatchObject({ target: stack, version: stacks[stack], distribution: name, name, failed: false })
    expect(answer?.text).toBe(`${name} (${stack}@${stacks[stack]})`)
    for (const file of answer?.files ?? []) expect(file.content).toContain(`Made by netglot for ${name} (${stack}@${stacks[stack]}).`)
    for (const said of [title, source, because]) expect(said).not.toBe('')
  })

  test.each(Object.entries(releases).flatMap(([name, { stacks }]) => Object.keys(stacks).map(stack => `${stack}@${name}`)))(
    '%s can be had',
    name => {
      expect(asked(name).targets).toMatchObject([{ name, failed: false }])
    },
  )

  test('has a name of its own', () => {
    const names = [...Object.entries(releases).flatMap(([own, { also }]) => [own, ...(also ?? [])]), ...Object.keys(targets), 'auto', 'all']
    expect(new Set(names).size).toBe(names.length)
  })
})

test('all stands for the stacks', () => {
  expect(asked('all').targets.map(({ target }) => target)).toEqual(Object.keys(targets))
})

describe('what people call a release is understood', () => {
  test.each([
    ['alma-9', 'almalinux-9'],
    ['rocky-linux-9', 'rocky-9'],
    ['rockylinux9', 'rocky-9'],
    ['oracle-9', 'oraclelinux-9'],
    ['ol-8', 'oraclelinux-8'],
    ['centos-10', 'centos-stream-10'],
    ['el9', 'rhel-9'],
    ['rhel-9.4', 'rhel-9'],
    ['redhat-8.10', 'rhel-8'],
    ['opensuse-leap-16.0', 'leap-16'],
    ['opensuse-15.6', 'leap-15.6'],
    ['sles-15-sp6', 'sles-15'],
    ['opensuse-tumbleweed', 'tumbleweed'],
    ['archlinux', 'arch'],
    ['bookworm', 'debian-12'],
    ['debian-trixie', 'debian-13'],
    ['Debian 12.11', 'debian-12'],
    ['jammy', 'ubuntu-22.04'],
    ['ubuntu24.04.3', 'ubuntu-24.04'],
    ['resolute', 'ubuntu-26.04'],
    ['pve-9', 'proxmox-9'],
    ['proxmox-ve-8.4', 'proxmox-8'],
    ['raspbian-13', 'raspberrypi-os-13'],
    ['raspios-trixie', 'raspberrypi-os-13'],
    ['alpine-3.22.1', 'alpine-3.22'],
    ['networkd@trixie', 'networkd@debian-13'],
    ['auto@noble', 'auto@ubuntu-24.04'],
  ])('%s is %s', (name, own) => {
    expect(asked(name)).toMatchObject({ targets: [{ name: own, failed: false }] })
  })
})

describe('what is unknown is refused with what is known', () => {
  test.each([
    ['debian-11', 'NG8001', 'known: debian-12, debian-13'],
    ['debian', 'NG8001', 'known: debian-12, debian-13'],
    ['rocky-7', 'NG8001', 'known: rocky-8, rocky-9, rocky-10'],
    ['rocky-linux-7', 'NG8001', 'known: rocky-8, rocky-9, rocky-10'],
    ['pve', 'NG8001', 'known: proxmox-8, proxmox-9'],
    ['centos-8', 'NG8001', 'known: centos-stream-9, centos-stream-10'],
    ['rhel-9.1', 'NG8001', 'known: rhel-8, rhel-9, rhel-10'],
    ['leap-15.5', 'NG8001', 'known: leap-15.6, leap-16'],
    ['debain-12', 'NG8001', 'did you mean debian-12?'],
    ['aut', 'NG8001', 'did you mean auto?'],
    ['debian-12@1', 'NG8001', 'known: debian-12, debian-13'],
    ['suse@debian-12', 'NG8002', 'known: ifupdown@debian-12, '],
    ['auto@rhel-9', 'NG8002', 'known: auto@debian-12, auto@debian-13, '],
    ['networkmanager@1.38', 'NG8002', 'known: networkmanager@1.40, networkmanager@1.42, '],
  ])('%s', (name, code, hint) => {
    const { targets: answers, diagnostics } = asked(name)
    expect(answers).toEqual([])
    expect(diagnostics).toMatchObject([{ code }])
    expect(diagnostics[0]?.hint).toContain(hint)
  })
})

describe('packages and commands', () => {
  /** Called the same by all of them. */
  const everywhere = ['ethtool', 'iw', 'lldpd', 'mobile-broadband-provider-info', 'wireguard-tools']
  const others = Object.entries(releases).filter(([, { family }]) => family.lacks !== undefined)

  test.each(others)('%s has its own names for what its stacks ask for', { timeout: 60_000 }, (name, { family, stacks }) => {
    for (const stack of Object.keys(stacks).filter(id => !['suse', 'ifupdown-ng'].includes(id))) {
      const debians = new Set(everything(stack).flatMap(({ requires }) => requires.map(r => r.package)))
      expect([...debians].filter(p => !everywhere.includes(p) && !(p in family.packages))).toEqual([])
    }
    const answers = everything(name)
    expect(answers.filter(({ remove }) => remove.some(({ path }) => family.lacks?.test(path)))).toEqual([])
    expect(answers.filter(({ apply }) => apply.some(({ argv }) => argv[0] === 'update-initramfs'))).toEqual([])
  })
})

describe('RHEL 8, older than the NetworkManager and the systemd of the tests', () => {
  /** nm-settings-keyfile(5), "Since": what 1.40 would pass over without a word. */
  const newer =
    /^(?:controller|port-type|autoconnect-ports|down-on-poweroff|protocol|replace-local-rule|routed-dns|forwarding|dhcp-send-release|prio|channel-width|type=(?:ipvlan|hsr|loopback))(?:=|$)/
  const files = everything('rhel-8').flatMap(answer => answer.files)

  test('gets no key that came later', () => {
    const profiles = files.filter(({ path }) => path.endsWith('.nmconnection'))
    expect(profiles.length).toBeGreaterThan(100)
    expect(profiles.flatMap(({ content }) => content.split('\n').filter(line => newer.test(line)))).toEqual([])
  })

  test('gets no .link file that it would take for every NIC', () => {
    const links = files.filter(({ path }) => path.endsWith('.link'))
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter(({ content }) => content.includes('PermanentMACAddress='))).toEqual([])
  })
})

test('the oldest is the default of auto', () => {
  expect(autoVersions[0]).toBe('debian-12')
  expect(asked('auto').targets[0]?.name).toBe('auto@debian-12')
})

test('Ubuntu 22.04, whose systemd and NetworkManager are older, loses what they do not know', () => {
  const losses = (body: string) =>
    render([{ name: 'input.yaml', text: `network:\n  ethernets:\n    eth0: {${body}}\n` }], {
      targets: ['ubuntu-22.04', 'netplan@debian-12'],
    })
      .diagnostics.filter(d => d.severity === 'error')
      .map(d => `${d.target} ${d.code} ${d.path}`)
  expect(losses('renderer: NetworkManager, addresses: [192.0.2.1/24], link-local: [ipv4, ipv6]')).toEqual([
    'ubuntu-22.04 (netplan@0.106) NG5003 ethernets.eth0.link-local[0]',
  ])
})

test('an allowance may name the distribution, its stack or both, or what people call it', () => {
  const lossy = 'network:\n  bridges:\n    br0: {macaddress-from: eth0, interfaces: [eth0]}\n  ethernets: {eth0: {}}\n'
  const allowed = (target: string) =>
    render([{ name: 'input.yaml', text: lossy }], {
      targets: ['arch'],
      allowLoss: [{ target, code: 'NG5101', path: '*', reason: undefined, place: undefined }],
    })
  const codes = (target: string) =>
    allowed(target)
      .diagnostics.filter(d => d.severity === 'error' || d.slug === 'unneeded-allowance')
      .map(d => d.slug)
  for (const target of ['arch', 'archlinux', 'networkd', 'networkd@257'])
    expect(allowed(target).targets[0]?.failed, `${target} ${codes(target)}`).toBe(false)
})
