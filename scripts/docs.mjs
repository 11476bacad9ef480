// Writes the pages of docs/ that come from the schema and from what the targets really do: `npm run docs`.
import { writeFileSync } from 'node:fs'
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
const { pages } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
for (const [name, text] of Object.entries(pages())) writeFileSync(join(root, 'docs', name), text)
