// Compiles templates/ into src/print/templates.js and src/recipes/templates.js: a function each that only puts texts together, so that neither a compiler nor
// Handlebars is needed at run time. It knows what the templates use, and refuses all else: names, each, if and unless, partials.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import Handlebars from 'handlebars'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'templates')
const refuse = (what, { start }) => {
  throw new Error(`${start.line}:${start.column}: ${what} is more than the templates may have`)
}

/** The statements of a program as code that adds to `out`; `depth`: which of the nested views is meant by a name. */
const codeOf = (program, depth) => program.body.map(statement => statementCode(statement, depth)).join('\n')

function statementCode(statement, depth) {
  const { type, path, params = [], loc } = statement
  if (type === 'ContentStatement') return statement.value === '' ? '' : `out += ${JSON.stringify(statement.value)}`
  if (type === 'CommentStatement') return ''
  if (type === 'PartialStatement') return `out += partials[${JSON.stringify(statement.name.original)}](view${depth})`
  if (type === 'MustacheStatement' && params.length === 0) return `out += text(${valueCode(path, depth)})`
  if (type !== 'BlockStatement' || params.length !== 1) return refuse(type, loc)
  const value = valueCode(params[0], depth)
  if (path.original === 'each') return `for (const view${depth + 1} of ${value}) {\n${codeOf(statement.program, depth + 1)}\n}`
  if (path.original !== 'if' && path.original !== 'unless') return refuse(path.original, loc)
  const [then, otherwise] = [statement.program, statement.inverse].map(part => (part ? codeOf(part, depth) : ''))
  return `if (${path.original === 'if' ? '' : '!'}says(${value})) {\n${then}\n}${otherwise === '' ? '' : ` else {\n${otherwise}\n}`}`
}

const valueCode = ({ type, data, depth: above, parts, loc }, depth) => {
  if (type !== 'PathExpression' || data || above > depth || parts.length > 2) return refuse('that', loc)
  return `view${depth - above}${parts.map(part => `[${JSON.stringify(part)}]`).join('')}`
}

const compiled = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.hbs'))
  .sort()
  .map(file => {
    const name = relative(folder, join(folder, file))
      .replace(/\.hbs$/, '')
      .replaceAll('\\', '/')
    const code = codeOf(Handlebars.parse(readFileSync(join(folder, file), 'utf8')), 0)
    return { name, entry: `  '${name}': view0 => {\nlet out = ''\n${code}\nreturn out\n  },` }
  })

/** Writes templates as a module and its types. */
function write(target, all) {
  const partials = all.filter(({ name }) => name.endsWith('/header'))
  const pages = all.filter(c => !partials.includes(c))
  writeFileSync(
    join(root, target, 'templates.js'),
    `// Made from templates/ by scripts/precompile-templates.mjs.
const text = value => {
  if (value === undefined) throw new Error('a template prints what its view does not have')
  return value
}
/** What Handlebars takes for true. */
const says = value => (Array.isArray(value) ? value.length > 0 : Boolean(value))
const partials = {
${partials.map(({ entry }) => entry).join('\n')}
}
export const templates = {
${pages.map(({ entry }) => entry).join('\n')}
}
`,
  )
  writeFileSync(
    join(root, target, 'templates.d.ts'),
    [
      '// Made from templates/ by scripts/precompile-templates.mjs.',
      `export type TemplateName = ${pages.map(({ name }) => `'${name}'`).join(' | ')}`,
      'export const templates: { readonly [name in TemplateName]: (view: object) => string }',
      '',
    ].join('\n'),
  )
}

const isRecipe = ({ name }) => name.startsWith('recipes/')
write(
  'src/print',
  compiled.filter(c => !isRecipe(c)),
)
// A module of their own, which only those load who want a recipe.
write(
  'src/recipes',
  compiled.filter(isRecipe).map(({ name, entry }) => ({ name: name.replace('recipes/', ''), entry: entry.replace('recipes/', '') })),
)
