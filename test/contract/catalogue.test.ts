import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fleet } from '../../src/diagnostics/catalogue/fleet.ts'
import { formats } from '../../src/diagnostics/catalogue/formats.ts'
import { catalogue } from '../../src/diagnostics/catalogue/index.ts'
import { lint } from '../../src/diagnostics/catalogue/lint.ts'
import { loss } from '../../src/diagnostics/catalogue/loss.ts'
import { notes } from '../../src/diagnostics/catalogue/notes.ts'
import { program } from '../../src/diagnostics/catalogue/program.ts'
import { recipes } from '../../src/diagnostics/catalogue/recipes.ts'
import { references } from '../../src/diagnostics/catalogue/references.ts'
import { schema } from '../../src/diagnostics/catalogue/schema.ts'
import { yaml } from '../../src/diagnostics/catalogue/yaml.ts'
import { render } from '../../src/index.ts'
import { rules } from '../../src/lint/index.ts'
import { root } from '../fixtures.ts'

const ranges = { yaml, schema, references, lint, loss, notes, program, formats, fleet, recipes }
const digits: Record<keyof typeof ranges, string> = {
  yaml: '1',
  schema: '2',
  references: '3',
  lint: '4',
  loss: '5',
  notes: '6',
  program: '89',
  formats: '8',
  fleet: '8',
  recipes: '8',
}

const entries = Object.entries(catalogue).map(([slug, { code, severity }]) => ({ slug, code, severity }))

const pages = join(root, 'docs/diagnostics')
const page = (code: string): string => readFileSync(join(pages, `${code}.md`), 'utf8')

const catalogueFolder = join('diagnostics', 'catalogue')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.startsWith(catalogueFolder))
  .map(file => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n')

/** What gives the code, in the page's own words. */
const examples = entries.flatMap(({ slug, code }) => {
  const text = /This description gives NG\d{4}:\n\n```yaml\n(.*?)```/s.exec(page(code))?.[1]
  return text === undefined ? [] : [{ slug, code, text }]
})

/** What a page shows beside that: how it is right, most times. */
const others = entries.flatMap(({ code }) =>
  [...page(code).matchAll(/^```yaml\n(network:.*?)^```/gms)]
    .map(([, text = '']) => ({ code, text }))
    .filter(({ text }) => !examples.some(example => example.text === text)),
)

describe('the catalogue', () => {
  test('has every code once', () => {
    expect(new Set(entries.map(e => e.code)).size).toBe(entries.length)
  })

  test('has every slug once', () => {
    expect(Object.values(ranges).flatMap(part => Object.keys(part))).toHaveLength(entries.length)
  })

  test.each(Object.entries(ranges))('%s keeps to its range', (part, specs) => {
    const range = new RegExp(`^NG[${digits[part as keyof typeof ranges]}]\\d{3}$`)
    for (const { code } of Object.values(specs)) expect(code).toMatch(range)
  })

  test.each(entries)('$slug is used', ({ slug }) => {
    expect(sources.includes(`'${slug}'`)).toBe(true)
  })
})

describe('the pages', () => {
  test('are those of the codes and no others', () => {
    expect(readdirSync(pages).sort()).toEqual(entries.map(e => `${e.code}.md`).sort())
  })

  test.each(entries)('$code begins as every page', ({ slug, code, severity }) => {
    expect(page(code).startsWith(`# ${code} ${slug}\n\nSeverity: ${severity}\n\n`)).toBe(true)
  })

  test.each(examples)('$code has an example that gives it', ({ code, text }) => {
    const { diagnostics } = render([{ name: 'example.yaml', text }], { targets: ['networkd'] })
    expect(diagnostics.map(d => d.code)).toContain(code)
  })
})

describe('a description that a page shows as right', () => {
  test('there are some', () => expect(others.length).toBeGreaterThan(40))

  test.each(others)('$code', ({ code, text }) => {
    const { diagnostics } = render([{ name: 'example.yaml', text }], { targets: ['networkd'] })
    const wrong = diagnostics.filter(
      d => d.severity === 'error' || d.code === code || (d.severity === 'warning' && d.code.startsWith('NG4')),
    )
    expect(wrong.map(d => `${d.code}: ${d.message}`)).toEqual([])
  })
})

describe('the lint rules', () => {
  test('are those of the catalogue', () => {
    expect(Object.keys(rules)).toEqual(Object.keys(lint))
  })

  test('have a fixture each', () => {
    const wanted = Object.entries(lint).map(([slug, { code }]) => `${code}-${slug}`)
    expect(readdirSync(join(root, 'fixtures/lint')).sort()).toEqual(wanted.sort())
  })
})
