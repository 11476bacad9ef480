import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/diagnostics/catalogue/index.ts'
import { render } from '../../src/index.ts'
import { filesBelow, root } from '../fixtures.ts'

const pages = ['README.md', ...filesBelow(join(root, 'docs')).map(file => `docs/${file}`)].filter(file => file.endsWith('.md'))
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8')
/** A diagnostic’s page shows what is wrong (catalogue.test.ts holds them to it), and a fleet’s has variables. */
const descriptions = pages
  .filter(page => !page.startsWith('docs/diagnostics/'))
  .flatMap(page => [...textOf(page).matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => ({ page, text })))
  .filter(({ text }) => /^network:/m.test(text) && !text.includes('${'))

describe('the pages', () => {
  test.each(descriptions)('$page shows a right description', ({ text }) => {
    expect(
      render([{ name: 'host.yaml', text }], { targets: [] })
        .diagnostics.filter(d => d.severity !== 'info')
        .map(d => d.message),
    ).toEqual([])
  })

  test('name no code that there is not', () => {
    const codes = new Set(Object.values(catalogue).map(({ code }) => code))
    expect(
      pages.flatMap(page => (textOf(page).match(/\bNG\d{4}\b/g) ?? []).filter(code => !codes.has(code)).map(code => `${page}: ${code}`)),
    ).toEqual([])
  })
})
