import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { attachments } from '../../src/recipes/attachments.ts'
import { fixtures, root } from '../fixtures.ts'
import { runProgram } from './run-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'netglot-libvirt-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What libvirt's own schema says of a document. */
const judge = async (name: string, text: string): Promise<string> => {
  const file = join(folder, `${name.replaceAll('/', '-')}.xml`)
  writeFileSync(file, text)
  const { status, lines } = await runProgram('virt-xml-validate', [file])
  return status === 0 ? 'validates' : lines.join('\n')
}

/** The smallest machine that has these interfaces. */
const machine = (interfaces: string): string =>
  `<domain type='kvm'><name>vm</name><memory>1024</memory><os><type>hvm</type></os><devices>${interfaces}</devices></domain>`

const pages = readdirSync(join(root, 'docs/recipes')).flatMap(page =>
  [...readFileSync(join(root, 'docs/recipes', page), 'utf8').matchAll(/^```xml\n(.*?)^```/gms)].map(([, text = '']) => ({ page, text })),
)

test('there are some', () => expect(pages.length).toBeGreaterThan(5))

test.concurrent.each(pages)('libvirt takes the XML of $page', async ({ page, text }) => {
  expect(await judge(page, text.startsWith('<interface') ? machine(text) : text)).toBe('validates')
})

test('libvirt takes an interface for every TAP of the fixtures, in one machine', async () => {
  const all = fixtures.flatMap(({ source }) => attachments(source))
  expect(all.filter(({ libvirt }) => libvirt.includes('queues=')).length).toBeGreaterThan(0)
  expect(await judge('all', machine(all.map(({ libvirt }) => libvirt).join('\n')))).toBe('validates')
})
