import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fillRecipe, recipes, render } from '../../src/index.ts'
import type { Parameter } from '../../src/recipes/recipe.ts'
import { targets } from '../../src/targets/index.ts'

/** What no file of the target can say; the recipe’s page tells what to do there. */
const lost: Readonly<Record<string, readonly string[]>> = { vrf: ['suse'], 'wireguard-site': ['networkmanager'] }
/** ifup and ifupdown2 leave name servers to resolvconf: no description can change that. */
const unavoidable = ['NG6003']

const told = (name: string, given: Readonly<Record<string, string>>) => fillRecipe(name, given).diagnostics.map(d => [d.code, d.message])

describe('every recipe', () => {
  test.each(recipes)('$name passes a check without a warning', ({ name }) => {
    const text = fillRecipe(name).text ?? ''
    const on = Object.keys(targets).filter(id => !lost[name]?.includes(id))
    const { diagnostics } = render([{ name: 'host.yaml', text }], { targets: on })
    expect(diagnostics.filter(d => d.severity !== 'info' && !unavoidable.includes(d.code)).map(d => `${d.target}: ${d.message}`)).toEqual(
      [],
    )
    for (const id of lost[name] ?? []) expect(render([{ name: 'host.yaml', text }], { targets: [id] }).targets[0]?.failed).toBe(true)
  })

  test.each(recipes)('$name uses every parameter, and says which are examples', recipe => {
    const text = fillRecipe(recipe.name).text
    for (const { name, kind, list, default: value } of recipe.parameters) {
      const other = others[kind.expected]?.filter(candidate => candidate !== value)[0]
      expect(other, `another value for ${name}: ${kind.expected}`).toBeDefined()
      expect(fillRecipe(recipe.name, { [name]: list ? `${other}` : (other ?? '') }).text, name).not.toBe(text)
    }
    const examples = recipe.parameters.filter(({ own }) => own).map(({ name }) => `--${name}`)
    expect(told(recipe.name, {})[0]?.[1]).toBe(`these of ${recipe.name} are still examples: ${examples.join(' ')}`)
  })
})

/** A value beside the default of each kind. */
const others: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    'enp1s0',
    '52:54:00:bb:00:02',
    'mail',
    'mail=30',
    'mail=192.0.2.70',
    '198.51.100.7/25',
    '198.51.100.7',
    '4000',
    'alice',
    '30-31',
    'a network',
    'another passphrase',
    '[2001:db8::1]:1',
    'rlbInAj0qV69CysWPQY7KEBnKxpYCpaWqOs/dLevdWc=',
  ]
    .flatMap(value =>
      recipes.flatMap(r => r.parameters).flatMap(({ kind }) => (kind.read(value) === undefined ? [] : [[kind.expected, value] as const])),
    )
    .map(([expected, value], _, all) => [
      expected,
      all
        .filter(([other]) => other === expected)
        .map(([, v]) => v)
        .concat(value),
    ]),
)

describe('what is given to a recipe', () => {
  test.each([
    ['bridge-dhpc', {}, 'NG8401'],
    ['bridge-dhcp', { nick: 'eno1' }, 'NG8402'],
    ['bridge-dhcp', { nic: 'a name of more than 15' }, 'NG8403'],
    ['bridge-dhcp', { nic: '' }, 'NG8403'],
    ['bridge-dhcp', { bridge: '1000' }, 'NG8403'],
    ['bridge-dhcp', { bridge: '_br' }, 'NG8403'],
    ['bridge-dhcp', { bridge: 'all' }, 'NG8403'],
    ['bridge-static', { address: '192.0.2.10' }, 'NG8403'],
    ['bridge-static', { address: 'none' }, 'NG8403'],
    ['bridge-dhcp', { bridge: 'eno1' }, 'NG8404'],
    ['bridge-taps', { vms: 'web,db,web' }, 'NG8404'],
    ['bridge-taps', { vms: 'web', bridge: 'tap-web' }, 'NG8404'],
    ['bond-vlans', { nics: 'br10,eno2' }, 'NG8404'],
  ])('%s with %j is refused', (name, given, code) => {
    const { text, diagnostics } = fillRecipe(name, given)
    expect(text).toBeUndefined()
    expect(diagnostics.map(d => d.code)).toContain(code)
  })

  test('is never shown where it is a secret', () => {
    expect(told('wifi-4addr', { password: 'short' })).toEqual([['NG8403', expect.not.stringContaining('short')]])
  })

  test('may be none where it is optional', () => {
    const { text } = fillRecipe('bridge-static', { gateway: 'none', dns: 'none' })
    expect(text).not.toMatch(/routes|nameservers/)
  })

  const parameters = recipes.flatMap(recipe => recipe.parameters.map(parameter => [recipe.name, parameter.name, parameter] as const))
  test.each(parameters)('%s --%s is a value and nothing else', (recipe, name, parameter) => {
    const shape = shapeOf(fillRecipe(recipe, { [name]: first(parameter) }).text)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...nasty)), value => {
        const { text, diagnostics } = fillRecipe(recipe, { [name]: parameter.list ? value.replaceAll(',', '') : value })
        expect(text === undefined).toBe(diagnostics.some(d => d.severity === 'error'))
        if (text !== undefined && value !== 'none') expect(shapeOf(text)).toEqual(shape)
      }),
      { numRuns: 60 },
    )
  })

  test('arrives as it is', () => {
    const arrives = (ssid: string, password: string) => {
      const text = fillRecipe('wifi-4addr', { ssid, password }).text ?? ''
      expect(text === '' ? undefined : parse(text, { schema: 'failsafe' }).network.wifis.wlan0['access-points']).toEqual({
        [ssid]: { password },
      })
    }
    fc.assert(fc.property(fc.constantFrom(...nasty.filter(t => /^[^\n]{1,32}$/.test(t))), fc.stringMatching(/^[ -~]{8,63}$/), arrives))
  })
})

const nasty = [
  'on',
  '~',
  'a: b',
  'a #b',
  '}',
  '{{x}}',
  '<<',
  '&a',
  '*a',
  '!x',
  '"',
  "'",
  '\\',
  '- a',
  '? a',
  '|',
  'a\nb: c',
  'eno1]',
  '1e3',
  '0x10',
]

const first = ({ list, default: value }: Parameter): string => (list ? (value.split(',')[0] ?? '') : value)

/** What of a description is structure: its mappings and lists, without any text. */
const shapeOf = (text: string | undefined): unknown => {
  const shape = (node: unknown): unknown =>
    Array.isArray(node) ? node.map(shape) : node !== null && typeof node === 'object' ? { of: Object.values(node).map(shape) } : 'a text'
  return shape(parse(text ?? '', { schema: 'failsafe', uniqueKeys: false }))
}
