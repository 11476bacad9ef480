import { describe, expect, test } from 'vitest'
import { render } from '../../../src/index.ts'

const bridge = (own = '') => `network:
  ethernets:
    eno1: {}
  bridges:
    ovs0: {interfaces: [eno1], macaddress: 02:00:00:00:00:77, openvswitch: {}${own}}
`
const rendered = (text: string, target = 'networkmanager@1.52') => {
  const { targets, diagnostics } = render([{ name: 'input.yaml', text }], { targets: [target], allowLoss: true })
  const [answer] = targets
  const fileOf = (ending: string): string => answer?.files.find(({ path }) => path.endsWith(ending))?.content ?? ''
  return { answer, fileOf, codes: diagnostics.map(({ code }) => code), said: diagnostics.map(({ message }) => message).join('\n') }
}
const packagesOn = (target: string) => rendered(bridge(), target).answer?.requires.map(({ package: name }) => name)

describe('the plugin', () => {
  test.each([
    ['fedora-43', ['NetworkManager-ovs', 'openvswitch']],
    ['rocky-9', ['NetworkManager-ovs', 'openvswitch']],
    ['networkmanager@arch', ['openvswitch']],
  ])('%s has it', (target, packages) => {
    expect(packagesOn(target)).toEqual(expect.arrayContaining(packages))
    expect(packagesOn(target)?.includes('NetworkManager-ovs')).toBe(packages.includes('NetworkManager-ovs'))
    expect(rendered(bridge(), target).codes).not.toContain('NG6010')
  })

  test.each(['networkmanager@debian-13', 'networkmanager@ubuntu-24.04'])('%s lacks it', target => {
    const { answer, said, fileOf } = rendered(bridge(), target)
    expect(said).toContain("can't express bridges.ovs0")
    expect(answer?.files.filter(({ content }) => content.includes('ovs-'))).toEqual([])
    expect(fileOf('netglot-eno1.nmconnection')).toContain('[ipv4]')
  })

  test('is asked for where nothing tells', () => {
    expect(rendered(bridge()).codes).toContain('NG6010')
    expect(rendered('network: {ethernets: {eno1: {}}}').codes).not.toContain('NG6010')
  })
})

test('a bridge that waits for a person forwards frames', () => {
  const { fileOf } = rendered(bridge(', activation-mode: manual'))
  expect(fileOf('netglot-ovs0.nmconnection')).toContain('autoconnect=false')
  expect(fileOf('netglot-ovs0-port.nmconnection')).not.toContain('autoconnect')
  for (const name of ['ovs0-bridge', 'eno1-port']) expect(fileOf(`netglot-${name}.nmconnection`)).toContain('autoconnect-slaves=1')
})

test('a NIC that waits is not brought up by its bond', () => {
  const { fileOf } = rendered(`network:
  ethernets:
    eno1: {activation-mode: manual}
    eno2: {}
  bonds:
    bond0: {interfaces: [eno1, eno2], openvswitch: {}}
  bridges:
    ovs0: {interfaces: [bond0], openvswitch: {}}
`)
  expect(fileOf('netglot-bond0.nmconnection')).not.toContain('autoconnect')
  expect(fileOf('netglot-eno1.nmconnection')).toContain('autoconnect=false')
})

describe('settings', () => {
  const settings = (target: string) =>
    rendered(
      `network:
  ethernets:
    eno1: {openvswitch: {other-config: {a: b}, external-ids: {a key: c}}}
  bridges:
    ovs0: {interfaces: [eno1], openvswitch: {other-config: {a: b}, external-ids: {a key: c}}}
`,
      target,
    )

  test('of a bridge that no profile can hold are told by a unit', () => {
    expect(settings('networkmanager@1.52').fileOf('netglot-ovs0-bridge.nmconnection')).toContain('[ovs-other-config]\ndata.a=b')
    expect(settings('networkmanager@1.40').fileOf('netglot-ovs0-bridge.nmconnection')).not.toContain('[ovs-other-config]')
    expect(settings('networkmanager@1.40').fileOf('netglot-ovs0-ovs.service')).toContain('set Bridge ovs0 other-config:a=b')
    expect(settings('networkmanager@1.52').fileOf('netglot-ovs0-ovs.service')).toContain(String.raw`"external-ids:\"a key\"=c"`)
  })

  test('of a port are lost then', () => {
    expect(settings('networkmanager@1.52').fileOf('netglot-eno1.nmconnection')).toContain('[ovs-other-config]\ndata.a=b')
    expect(settings('networkmanager@1.52').said).toContain('takes no such key')
    expect(settings('networkmanager@1.40').said).toContain('came with 1.42')
  })
})
