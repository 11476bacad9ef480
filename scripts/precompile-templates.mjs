// Compiles templates/ into src/print/templates.js, so that no compiler and no eval is needed at run time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import Handlebars from 'handlebars'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'templates')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(f => f.endsWith('.hbs'))
  .sort()
const options = { strict: true, noEscape: true, knownHelpers: { each: true, if: true, unless: true }, knownHelpersOnly: true }
const compiled = files.map(file => {
  const name = relative(folder, join(folder, file))
    .replace(/\.hbs$/, '')
    .replaceAll('\\', '/')
  const source = readFileSync(join(folder, file), 'utf8')
  return { name, code: Handlebars.precompile(source, options) }
})

const partials = compiled.filter(({ name }) => name.endsWith('/header'))
const pages = compiled.filter(c => !partials.includes(c))
const lines = [
  '// Made from templates/ by scripts/precompile-templates.mjs.',
  "import Handlebars from 'handlebars/runtime.js'",
  '',
  ...partials.map(({ name, code }) => `Handlebars.registerPartial('${name}', Handlebars.template(${code}))`),
  'export const templates = {',
  ...pages.map(({ name, code }) => `  '${name}': Handlebars.template(${code}),`),
  '}',
  '',
]
writeFileSync(join(root, 'src/print/templates.js'), lines.join('\n'))
writeFileSync(
  join(root, 'src/print/templates.d.ts'),
  [
    '// Made from templates/ by scripts/precompile-templates.mjs.',
    `export type TemplateName = ${pages.map(({ name }) => `'${name}'`).join(' | ')}`,
    'export const templates: { readonly [name in TemplateName]: (view: object) => string }',
    '',
  ].join('\n'),
)
