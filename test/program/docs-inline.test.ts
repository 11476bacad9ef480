import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root } from '../fixtures.ts'
import { bridge, netglot, workplace } from './program.ts'

const pages = ['README.md', ...filesBelow(join(root, 'docs')).map(file => `docs/${file}`)].filter(page => page.endsWith('.md'))

/** The code in the running text of a page, with the `|` of tables as it is meant. */
const spansOf = (page: string): readonly string[] => {
  const prose = readFileSync(join(root, page), 'utf8').replace(/^(```|~~~).*?^\1/gms, '')
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code.replaceAll('\\|', '|'))
}
const spans = pages.flatMap(page => spansOf(page).map(code => ({ page, code })))

const commands = [...new Set([...netglot(['--help']).stdout.matchAll(/^ {2}netglot (\w+) /gm)].map(([, name = '']) => name))]
const optionsOf = (command: string): readonly string[] =>
  netglot([command, '--help']).stdout.match(/(?<=^ +(?:-\w+, )?)--?[a-z][\w-]*/gm) ?? []

const { folder, put } = workplace()

/** What a line of the text stands for; `/` is not the machine that runs the tests. */
const meant: readonly (readonly [RegExp, string])[] = [
  [/ [|>] .*/, ''],
  [/\bFILE\b…?|\b(?:vm-host|base)\.yaml/, 'host.yaml'],
  [/\bTARGET\b/, 'networkd'],
  [/\bFORMAT\b/, 'cloud-config'],
  [/--root \/(?=$| )/, '--root made'],
  [/--fleet DIR/, '--fleet hosts'],
  [/(?<= )(?:DIR|OUT|out|out\/web2)$/, 'made'],
  [/\bRECIPE\b/, 'bridge-dhcp'],
  [/\bKEY\b/, 'bridges.*.mtu'],
  [/\bNAME…/, 'debian-12'],
  [/\bCOMMAND\b/, 'render'],
]

/** What is run: nothing where the text only names a command or an option. playground.test.ts runs the playground. */
const argumentsOf = (code: string): readonly string[] => {
  const words = meant
    .reduce((line, [from, to]) => line.replace(from, to), code)
    .split(' ')
    .slice(1)
  const [first = '', ...rest] = words
  if ((rest.length === 0 && commands.includes(first)) || first === 'playground' || words.at(-1) === '--key') return []
  if (first === 'diff' && !words.includes('--root')) return [...words, '--root', 'made']
  return ['render', 'check'].includes(first) && !words.includes('host.yaml') && !words.includes('--help') ? [...words, 'host.yaml'] : words
}

const lines = [
  ...new Map(
    spans
      .filter(({ code }) => code.startsWith('netglot '))
      .map(({ page, code }) => ({ page, code, args: argumentsOf(code) }))
      .map(one => [one.args.join(' '), one]),
  ).values(),
].filter(({ args }) => args.length > 0)

describe('a command in the text', () => {
  test('is one of many', () => expect(lines.length).toBeGreaterThan(20))

  test.each(lines)('$page: $code', ({ args }) => {
    rmSync(folder, { recursive: true, force: true })
    put('hosts/web2/more.yaml', 'network: {}\n')
    mkdirSync(join(folder, 'made'))
    if (args[0] !== 'init') put('host.yaml', bridge)
    const { status, stderr } = netglot(args, { cwd: folder })
    expect(stderr).not.toMatch(/^error/m)
    // diff ends with 1 where something differs.
    expect(status).toBe(args[0] === 'diff' ? 1 : 0)
  })
})

test('every command and option in the text is there', () => {
  const options = new Map(commands.map(name => [name, new Set(optionsOf(name))]))
  const all = new Set([...options.values()].flatMap(some => [...some]))
  /** Of tar and of systemctl. */
  const others = ['--numeric-owner', '--now']
  const wrong = spans.flatMap(({ page, code }) => {
    const isOurs = code.startsWith('netglot ')
    const [first = ''] = code.replace(/^netglot /, '').split(' ')
    if (isOurs && !first.startsWith('--') && first !== 'COMMAND' && !commands.includes(first)) return [`${page}: ${code}`]
    if (!first.startsWith('--') && !commands.includes(first)) return []
    const used = code.match(/(?<=^| )--[a-z][a-z-]*/g) ?? []
    return used
      .filter(option => !(options.get(first) ?? all).has(option) && !others.includes(option))
      .map(option => `${page}: ${option} of ${code}`)
  })
  expect(wrong).toEqual([])
})

test('the README has every command, but for completion', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(commands.filter(name => name !== 'completion' && !readme.includes(`\n| \`netglot ${name}`))).toEqual([])
})
