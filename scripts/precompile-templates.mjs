// Compiles templates/ into src/print/templates.js and src/recipes/templates.js: a function each that only puts texts together, so that neither a compiler nor
// Handlebars is needed at run time. It knows what the templates use, and refuses all else: names, each, if and unless, partials. Those of files tell
// a page what they print and where a line ends.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import Handlebars from 'handlebars'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'templates')
const refuse = (what, { start }) => {
  throw new Error(`${start.line}:${start.column}: ${what} is more than the templates may have`)
}

/** The statements of a program as code that adds to `out`; `depth`: which of the nested views is meant by a name; `page`: `, page` where there is one. */
const codeOf = (program, depth, page) => program.body.map(statement => statementCode(statement, depth, page)).join('\n')

const contentCode = (content, page) => {
  const ends = content.split('\n').length - 1
  return `out += ${JSON.stringify(content)}${page === '' || ends === 0 ? '' : `\npage.end(${ends})`}`
}

/** A loop by numbers: before V8 optimises it, one over an iterator takes several times as long. */
const loopCode = (value, body, depth) => {
  const [all, i] = [`all${depth}`, `i${depth}`]
  return `for (let ${i} = 0, ${all} = ${value}; ${i} < ${all}.length; ${i}++) {\nconst view${depth + 1} = ${all}[${i}]\n${body}\n}`
}

function statementCode(statement, depth, page) {
  const { type, path, params = [], loc } = statement
  if (type === 'ContentStatement') return statement.value === '' ? '' : contentCode(statement.value, page)
  if (type === 'CommentStatement') return ''
  if (type === 'PartialStatement') return `out += partials[${JSON.stringify(statement.name.original)}](view${depth}${page})`
  if (type === 'MustacheStatement' && params.length === 0) return `out += text(${valueCode(path, depth)}${page})`
  if (type !== 'BlockStatement' || params.length !== 1) return refuse(type, loc)
  const value = valueCode(params[0], depth)
  if (path.original === 'each') return loopCode(value, codeOf(statement.program, depth + 1, page), depth)
  if (path.original !== 'if' && path.original !== 'unless') return refuse(path.original, loc)
  const [then, otherwise] = [statement.program, statement.inverse].map(part => (part ? codeOf(part, depth, page) : ''))
  return `if (${path.original === 'if' ? '' : '!'}says(${value})) {\n${then}\n}${otherwise === '' ? '' : ` else {\n${otherwise}\n}`}`
}

const valueCode = ({ type, data, depth: above, parts, loc }, depth) => {
  if (type !== 'PathExpression' || data || above > depth || parts.length > 2) return refuse('that', loc)
  return `view${depth - above}${parts.map(part => `[${JSON.stringify(part)}]`).join('')}`
}

const isRecipe = ({ name }) => name.startsWith('recipes/')
const compiled = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.hbs'))
  .sort()
  .map(file => {
    const name = relative(folder, join(folder, file))
      .replace(/\.hbs$/, '')
      .replaceAll('\\', '/')
    const page = isRecipe({ name }) ? '' : ', page'
    const code = codeOf(Handlebars.parse(readFileSync(join(folder, file), 'utf8')), 0, page)
    return { name, entry: `  '${name}': (view0${page}) => {\nlet out = ''\n${code}\nreturn out\n  },` }
  })

const refuseMissing = `  if (value === undefined) throw new Error('a template prints what its view does not have')`
const plainText = `value => {
${refuseMissing}
  return value
}`
/** A word, or a piece of a document, which the page takes note of. */
const pageText = `(value, page) => {
  if (typeof value === 'string') return value
${refuseMissing}
  page.take(value)
  return value.text
}`

/** Writes templates as a module and its types. */
function write(target, all, text, type) {
  const partials = all.filter(({ name }) => name.endsWith('/header'))
  const pages = all.filter(c => !partials.includes(c))
  writeFileSync(
    join(root, target, 'templates.js'),
    `// Made from templates/ by scripts/precompile-templates.mjs.
const text = ${text}
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
      ...(type.includes('Page') ? ["import type { Page } from './page.ts'"] : []),
      `export type TemplateName = ${pages.map(({ name }) => `'${name}'`).join(' | ')}`,
      `export const templates: { readonly [name in TemplateName]: ${type} }`,
      '',
    ].join('\n'),
  )
}

write(
  'src/print',
  compiled.filter(c => !isRecipe(c)),
  pageText,
  '(view: object, page: Page) => string',
)
// A module of their own, which only those load who want a recipe.
write(
  'src/recipes',
  compiled.filter(isRecipe).map(({ name, entry }) => ({ name: name.replace('recipes/', ''), entry: entry.replace('recipes/', '') })),
  plainText,
  '(view: object) => string',
)
