import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { type Diagnostic, render } from '../../src/index.ts'
import { filesBelow, fixtures, root } from '../fixtures.ts'

const pages = ['README.md', 'integrations/ansible/README.md', ...filesBelow(join(root, 'docs')).map(file => `docs/${file}`)].filter(page =>
  page.endsWith('.md'),
)
const blocks = pages.flatMap(page =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^(```|~~~)(\w*)\n(.*?)^\1/gms)].map(([, , language = '', text = '']) => ({
    page,
    language,
    text,
  })),
)

/** Which test reads or runs a block: the first row that fits. Whoever shows something of another kind brings its test. */
const readers: readonly (readonly [page: RegExp, block: RegExp, test: string])[] = [
  [/^README/, /^sh\nnpm ci && npx netglot/, 'program/docs'],
  // The test of the README's second command is this whole run.
  [/^README/, /^sh\nnpm ci && npm test\n$/, 'contract/doc-blocks'],
  [/^README/, /^\nauto tap-web/, 'contract/readme'],
  [/^integrations\/ansible/, /^(?:yaml|sh)\n/, 'consumers/ansible'],
  [/formats/, /^(?:sh|preseed|hcl)\n/, 'program/format-docs'],
  [/formats/, /^xml\n<include/, 'program/format-trees'],
  [/fleet/, /^(?:sh|yaml|text)\n/, 'program/docs'],
  [/graph/, /^js\n/, 'program/docs'],
  [/program/, /^yaml\nrepos:/, 'program/pre-commit'],
  [/diagnostics/, /^yaml\nx-netglot:/, 'contract/doc-blocks'],
  [/diagnostics/, /^yaml\nnetwork:/, 'contract/catalogue'],
  [/diagnostics/, /^yaml\n/, 'contract/doc-blocks'],
  [/NG8471|NG8501/, /^\n/, 'program/guests-filtered'],
  [/recipes/, /^xml\n</, 'consumers/libvirt'],
  [/recipes/, /^\nrm -rf \/root\/etc\.before/, 'program/way-back-systemd'],
  // Files that are golden in fixtures/recipes, options of QEMU, and commands to look with.
  [/recipes/, /^\n/, 'contract/reference'],
  [/./, /^yaml\n(?:network:|# yaml-language-server: \$schema=netglot\.schema\.json\n$|.*^network:)/ms, 'contract/docs'],
  [/./, /^sh\n(?:netglot .*(?:\\\n.*)*\n)+$/, 'program/docs'],
]

describe('a block of a page', () => {
  test('is of a kind that a test reads or runs', () => {
    const wrong = blocks.filter(
      ({ page, language, text }) => !readers.some(([its, block]) => its.test(page) && block.test(`${language}\n${text}`)),
    )
    expect(wrong.map(({ page, language, text }) => `${page}: ${language} ${text.split('\n')[0]}`)).toEqual([])
  })

  test('is read by a test that there is', () => {
    expect(readers.map(([, , name]) => name).filter(name => !existsSync(join(root, `test/${name}.test.ts`)))).toEqual([])
  })

  // catalogue.test.ts reads descriptions in the pages of the codes: some are wrong YAML on purpose.
  const sound = blocks.filter(
    ({ page, language, text }) => language === 'yaml' && !(page.includes('diagnostics') && /^network:/m.test(text)),
  )
  test.each(sound)('$page: YAML that a parser reads: $text', ({ text }) => {
    expect(parseAllDocuments(text, { uniqueKeys: false }).flatMap(({ errors }) => errors)).toEqual([])
  })
})

describe('the words by which a page has a loss accepted', () => {
  const accepting = blocks.filter(({ text }) => text.startsWith('x-netglot:'))
  const lossOf = (code: string): { readonly text: string; readonly loss: Diagnostic } => {
    for (const { source } of fixtures.filter(({ name }) =>
      ['auth/limits', 'networkmanager/losses', 'networkmanager/machine-wide', 'bonds/every-parameter'].includes(name),
    )) {
      const loss = render(source, { targets: ['all'] }).diagnostics.find(one => one.code === code && one.severity === 'error')
      if (loss !== undefined) return { text: source[0]?.text ?? '', loss }
    }
    throw new Error(`no fixture loses by ${code}`)
  }

  test('there are some', () => expect(accepting.length).toBeGreaterThan(4))

  test.each(accepting)('$page', ({ page, text }) => {
    const { text: description, loss } = lossOf(page.slice(-9, -3))
    const said = text.replace('TARGET', loss.target ?? '').replace('PATH AS THE MESSAGE NAMES IT', loss.path ?? '')
    const { diagnostics } = render([{ name: 'input.yaml', text: `${description}\n${said}` }], { targets: [loss.target ?? ''] })
    const same = diagnostics.filter(({ code, message }) => code === loss.code && message === loss.message)
    expect(same.map(({ severity }) => severity)).not.toContain('error')
  })
})
