import { format } from 'prettier'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { render } from '../../src/index.ts'
import { baseFor, put, type Value } from '../../src/reference/leaf-bases.ts'
import { schemaLeaves } from '../../src/reference/schema-leaves.ts'
import { corpus } from '../differential/corpus.ts'
import { fixtures, spellings } from '../fixtures.ts'

const yaml = '/etc/netplan/90-netglot.yaml'
const netplans = spellings.filter(spelling => spelling.startsWith('netplan@'))

/** The corpus as far as netplan can have it whole. */
const described = [...fixtures, ...corpus.map(entry => ({ ...entry, options: {} }))]

const printed = described.flatMap(fixture =>
  netplans.flatMap(spelling => {
    const answer = render(fixture.source, { ...fixture.options, targets: [spelling] }).targets[0]
    const file = answer?.files.find(({ path }) => path === yaml)
    return file === undefined ? [] : [{ name: `${fixture.name} on ${spelling}`, spelling, content: file.content }]
  }),
)

/** The file without the comments that only the first description is worth. */
const plain = (content: string): string =>
  content
    .replaceAll(/^# Lost .*\n/gm, '')
    .replaceAll(/ # an? (TAP|TUN|VLAN|macvlan|macvtap|ipvlan|tunnel|(?:dummy|veth|WireGuard) device)[:,].*$/gm, '')

const accounts = { users: { qemu: 64066 }, groups: { kvm: 105 } }

const filesOf = (text: string, spelling: string): ReadonlyMap<string, string> => {
  const { targets } = render([{ name: '90-netglot.yaml', text }], { accounts, targets: [spelling], allowLoss: true })
  return new Map(targets[0]?.files.map(({ path, content }) => [path, content]))
}

const rendered = (text: string, spelling: string): string => filesOf(text, spelling).get(yaml) ?? ''

/** The description with that renderer for all that can have one. */
const withRenderer = (network: Value, renderer: string): Value => ({ ...(without(network) as object), renderer })
const without = (value: Value): Value => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(without)
  const kept = Object.entries(value).filter(([key, below]) => key !== 'renderer' || below === 'sriov')
  return Object.fromEntries(kept.map(([key, below]) => [key, without(below)]))
}
const renderers = ['networkd', 'NetworkManager']
const asText = (network: Value): string => JSON.stringify({ network })

/** Every key of the schema with each of its examples, and all descriptions that are one file, for each of netplan's back ends. */
const everything = [
  ...schemaLeaves().map(({ path, examples }) => ({
    name: path.join('.'),
    texts: examples
      .filter(example => example !== undefined)
      .flatMap(example => put(baseFor(path), path, example) ?? [])
      .flatMap(network => [asText(network), ...renderers.map(renderer => asText(withRenderer(network, renderer)))]),
  })),
  ...described
    .filter(({ source }) => source.length === 1)
    .map(({ name, source }) => {
      const { network } = parse(source[0]?.text ?? '', { schema: 'failsafe', uniqueKeys: false, merge: false }) as { network: Value }
      return { name, texts: renderers.map(renderer => asText(withRenderer(network, renderer))) }
    }),
]

/** Devices that some netplan has no word for, or NetworkManager treats in a way of its own. */
const devices = {
  taps: { tap0: { owner: 'root' } },
  tuns: { tun0: { owner: 'root' } },
  macvlans: { mac0: { link: 'eno1' } },
  macvtaps: { mac0: { link: 'eno1' } },
  'dummy-devices': { dummy0: {} },
  'virtual-ethernets': { veth0: { peer: 'veth1' }, veth1: { peer: 'veth0' } },
  vlans: { vlan5: { link: 'undescribed', id: '5' } },
  tunnels: { wg0: { mode: 'wireguard', port: '51820' } },
  frames: { gretap0: { mode: 'gretap', remote: '10.0.0.2', key: '7', mtu: '1450' } },
}
const addressings = [
  {},
  { addresses: ['10.0.0.1/24'] },
  { addresses: ['fd00::1/64'] },
  { addresses: ['10.0.0.1/24', 'fd00::1/64'] },
  { dhcp4: 'true' },
  { dhcp6: 'true' },
]
const others = [
  {},
  { 'link-local': [] },
  { 'link-local': ['ipv4'] },
  { 'accept-ra': 'false' },
  { 'accept-ra': 'true' },
  { nameservers: { addresses: ['9.9.9.9'], search: ['example.com'] } },
  { 'ipv6-privacy': 'true' },
  { optional: 'true' },
]

/** What is said of the first device of each kind, in all combinations; the second end of a pair goes without. */
const combined = (section: string): string[] =>
  addressings.flatMap(addressing =>
    others.map(other => {
      const [first = ['', {}], ...rest] = Object.entries(devices[section as keyof typeof devices])
      const device = { [first[0]]: { ...first[1], ...addressing, ...other }, ...Object.fromEntries(rest) }
      return JSON.stringify({
        network: { renderer: 'NetworkManager', ethernets: { eno1: {} }, [section === 'frames' ? 'tunnels' : section]: device },
      })
    }),
  )

describe('the YAML for netplan', () => {
  const pairs = Object.keys(devices).flatMap(section => netplans.map(spelling => [section, spelling] as const))
  test.each(pairs)('does not change when it is rendered again: %s on %s', (section, spelling) => {
    const unlike = combined(section).filter(text => {
      const once = rendered(text, spelling)
      return once === '' || plain(rendered(once, spelling)) !== plain(once)
    })
    expect(unlike).toEqual([])
  })

  test.each(netplans)('nor does a bridge over a TAP that NetworkManager makes: %s', spelling => {
    const once = rendered(
      'network: {renderer: NetworkManager, taps: {tap0: {owner: root}}, bridges: {br0: {interfaces: [tap0]}}}',
      spelling,
    )
    expect(once).toContain('tun.mode')
    expect(plain(rendered(once, spelling))).toBe(plain(once))
  })

  /**
   * Losses are allowed: what the first pass has left out, or put into a side file, is not in the YAML that the second reads, so that has fewer files.
   * But a TAP stands there as a NIC, which may want the default .link file back; and a device whose `match` is lost has a name then.
   */
  const ofNic = /\.link\.d\/netglot\.conf$/
  test.each(everything)('stays what it is, whatever is lost: $name', ({ texts }) => {
    const unlike = texts.flatMap(text =>
      netplans.filter(spelling => {
        const once = filesOf(text, spelling)
        const content = once.get(yaml)
        if (content === undefined) return false
        const again = filesOf(content, spelling)
        const more = [...again.keys()].filter(path => !once.has(path) && !ofNic.test(path))
        return plain(again.get(yaml) ?? '') !== plain(content) || (more.length > 0 && !/^# Lost /m.test(content))
      }),
    )
    expect(unlike).toEqual([])
  })

  test.each(printed)('is as prettier would have it: $name', async ({ content }) => {
    expect(await format(content, { parser: 'yaml' })).toBe(content)
  })

  test.each(printed)('is a description that means the same: $name', ({ content, spelling }) => {
    expect(plain(rendered(content, spelling))).toBe(plain(content))
  })
})
