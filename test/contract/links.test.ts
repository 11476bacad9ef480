import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../fixtures.ts'

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesBelow(join(root, 'docs'))
    .filter(file => file.endsWith('.md'))
    .map(file => join('docs', file)),
]

/** A page without its code, where brackets are no links. */
const prose = (page: string): string =>
  readFileSync(join(root, page), 'utf8')
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/(`+)(?:(?!\1).)+\1/g, '')

/** Where the links of a page lead: a file, and what is after the `#`. */
const linksOf = (page: string): readonly { readonly text: string; readonly file: string; readonly anchor: string | undefined }[] =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, text = '']) => text)
    .filter(text => !/^[a-z]+:/.test(text))
    .map(text => {
      const [path = '', anchor] = text.split('#')
      return { text, file: path === '' ? page : normalize(join(dirname(page), path)), anchor }
    })

/** The anchors that forges give to the headings of a page; of two that are the same the second one gets a number. */
const anchorsOf = (page: string): readonly string[] => {
  const text = readFileSync(join(root, page), 'utf8').replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
  const slugs = [...text.matchAll(/^#+ +(.*)$/gm)].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )
  return slugs.map((slug, i) => {
    const before = slugs.slice(0, i).filter(other => other === slug).length
    return before === 0 ? slug : `${slug}-${before}`
  })
}

const links = new Map(pages.map(page => [page, linksOf(page)]))

test('no link of a page is dead', () => {
  expect([...links.values()].flat().length).toBeGreaterThan(150)
  const dead = [...links].flatMap(([page, all]) =>
    all
      .filter(({ file, anchor }) => {
        if (!existsSync(join(root, file))) return true
        return anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(anchor)
      })
      .map(({ text }) => `${page}: ${text}`),
  )
  expect(dead).toEqual([])
})

test('docs/README.md leads to every page but those of the codes', () => {
  const listed = new Set(links.get('docs/README.md')?.map(({ file }) => file))
  const own = ['docs/README.md', ...pages.filter(page => page.startsWith('docs/diagnostics/'))]
  expect(pages.filter(page => page.startsWith('docs/') && !own.includes(page) && !listed.has(page))).toEqual([])
})

test('every page is reached from the README, by way of docs/README.md or others', () => {
  const reached = new Set<string>()
  const follow = (page: string): void => {
    if (reached.has(page)) return
    reached.add(page)
    for (const { file } of links.get(page) ?? []) if (file.startsWith('docs/')) follow(file)
  }
  follow('README.md')
  expect(pages.filter(page => page.startsWith('docs/') && !reached.has(page))).toEqual([])
})
