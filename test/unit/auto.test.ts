import { expect, test } from 'vitest'
import { render } from '../../src/index.ts'

const asked = (body: string, target = 'auto') => render([{ name: 'input.yaml', text: `network:\n${body}` }], { targets: [target] })
const codes = (body: string): string[] => asked(body).diagnostics.map(d => `${d.code} ${d.path}`)
/** Which stack has a file of each device. */
const divided = (body: string): string[] =>
  (asked(body).targets[0]?.files ?? []).flatMap(({ path }) => {
    const [, id] = /\/(?:05-netglot-|netglot-)(\w+)\.(?:network|nmconnection)$/.exec(path) ?? []
    return id === undefined ? [] : [`${id} ${path.endsWith('.network') ? 'networkd' : 'NetworkManager'}`]
  })

test('a definition goes by its own renderer, else by that of its type, else by that of all, else to networkd', () => {
  expect(divided('  ethernets: {a: {}}\n')).toEqual(['a networkd'])
  expect(divided('  renderer: NetworkManager\n  ethernets: {a: {}}\n')).toEqual(['a NetworkManager'])
  expect(divided('  renderer: NetworkManager\n  ethernets: {renderer: networkd, a: {}, b: {renderer: NetworkManager}}\n')).toEqual([
    'b NetworkManager',
    'a networkd',
  ])
})

test('what stands on one another stays together, where any of it names a renderer', () => {
  const body =
    '  ethernets: {a: {}, b: {}}\n  taps: {t: {renderer: NetworkManager, owner: root}}\n  bridges: {br: {interfaces: [a, t], macaddress: "02:00:00:00:00:01"}}\n'
  expect(codes(body).filter(code => code.startsWith('NG6251'))).toEqual(['NG6251 ethernets.a', 'NG6251 bridges.br'])
})

test('two renderers for what stands on one another are refused, and only by auto', () => {
  const body =
    '  ethernets: {a: {renderer: networkd}}\n  bridges: {br: {renderer: NetworkManager, interfaces: [a], macaddress: "02:00:00:00:00:01"}}\n'
  const [refusal] = asked(body).diagnostics
  expect(refusal).toMatchObject({ code: 'NG3251', path: 'bridges.br.renderer', related: [{ path: 'ethernets.a.renderer' }] })
  expect(asked(body).targets).toMatchObject([{ failed: true, files: [] }])
  expect(asked(body, 'networkd').diagnostics.filter(d => d.severity === 'error')).toEqual([])
})

test('a loss is one of its own stack, and can be allowed by its name', () => {
  const body = '  ethernets:\n    a: {renderer: NetworkManager, activation-mode: "off"}\n    b: {activation-mode: "off"}\n'
  const lost = asked(body).diagnostics.filter(d => d.severity === 'error')
  expect(lost.map(d => `${d.path} ${d.target}`)).toEqual(['ethernets.a.activation-mode auto@debian-12 (networkmanager@1.42)'])
  for (const target of ['auto', 'auto@debian-12', 'networkmanager']) {
    const allowLoss = [{ target, code: lost[0]?.code ?? '', path: '*', reason: undefined, place: undefined }]
    const [answer] = render([{ name: 'input.yaml', text: `network:\n${body}` }], { targets: ['auto'], allowLoss }).targets
    expect(answer?.failed).toBe(false)
    const telling = answer?.files.filter(({ content }) => content.includes('Lost with your leave')).map(({ path }) => path)
    expect(telling).toEqual([
      '/etc/NetworkManager/conf.d/89-netglot-unmanaged.conf',
      '/etc/NetworkManager/system-connections/netglot-a.nmconnection',
      '/etc/udev/rules.d/90-netglot.rules',
    ])
  }
})

test('names with signs that a rule can’t hold do not get out of it', () => {
  const content = asked('  ethernets:\n    e: {match: {name: "a|b*"}, dhcp4: true}\n').targets[0]?.files.find(({ path }) =>
    path.endsWith('.rules'),
  )?.content
  expect(content).toContain('ENV{ID_NET_NAME}=="a?b*", ENV{NM_UNMANAGED}="1"')
})
