// Puts docs/diagnostics/ into src/explain/pages.js, so that the program has the pages with it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs/diagnostics')
const files = readdirSync(folder)
  .filter(file => /^NG\d{4}\.md$/.test(file))
  .sort()
const pages = Object.fromEntries(files.map(file => [file.replace('.md', ''), readFileSync(join(folder, file), 'utf8')]))
const head = '// Made from docs/diagnostics/ by scripts/embed-pages.mjs.\n'
writeFileSync(join(root, 'src/explain/pages.js'), `${head}export const pages = ${JSON.stringify(pages, null, 1)}\n`)
writeFileSync(join(root, 'src/explain/pages.d.ts'), `${head}export const pages: { readonly [code: string]: string }\n`)
