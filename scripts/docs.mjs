// Writes the pages of docs/ that come from the schema and from what the targets really do, and the pictures: `npm run docs`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
// Node 20 reads no TypeScript.
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['scripts/pages/index.ts'],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  write: false,
  logLevel: 'warning',
})
const { pages, pictures } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
const folder = join(root, 'docs/pictures')
const described = readdirSync(folder).filter(name => name.endsWith('.yaml'))
const drawn = await pictures(Object.fromEntries(described.map(name => [name, readFileSync(join(folder, name), 'utf8')])))
for (const [name, text] of Object.entries(pages())) writeFileSync(join(root, 'docs', name), text)
for (const [name, text] of Object.entries(drawn)) writeFileSync(join(folder, name), text)
