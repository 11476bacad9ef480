import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import { targets } from '../../src/targets/index.ts'
import { root } from '../fixtures.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({ language, text: text ?? '' }))

test('the example of the README gives what the README shows', () => {
  const description = blocks.find(block => block.language === 'yaml')?.text ?? ''
  const shown = blocks.find(block => block.text.startsWith('auto tap-web'))?.text ?? 'nothing'
  const { targets } = render([{ name: 'vm-host.yaml', text: description }], { targets: ['ifupdown'] })
  expect(targets[0]?.files.find(file => file.path === '/etc/network/interfaces')?.content).toContain(shown)
})

test('every link of the README leads somewhere', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '')
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter(link => !existsSync(join(root, link)))).toEqual([])
})

test('every target has its row in the README', () => {
  expect([...Object.keys(targets), 'auto'].filter(id => !readme.includes(`\n| [${id}](docs/targets/${id}.md) | `))).toEqual([])
})
