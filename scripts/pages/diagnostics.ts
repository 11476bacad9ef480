import { pages } from '../../src/explain/pages.js'
import { generated, table } from './table.ts'

/** The pages of docs/diagnostics/ by what they are about, as their numbers have it. */
const groups = [
  ['NG1', 'Reading the files'],
  ['NG2', 'Keys and values'],
  ['NG3', 'What does not fit together'],
  ['NG4', 'Likely mistakes'],
  ['NG5', 'What a target can’t express'],
  ['NG6', 'Notes on targets'],
  ['NG8', 'The program, and what is on the machine'],
  ['NG9', 'Faults of netglot'],
] as const

/** docs/diagnostics.md: every code with the first paragraph of its page. */
export function diagnosticsPage(): string {
  const codes = Object.keys(pages).sort()
  const sections = groups.map(([start, title]) => {
    const rows = codes.filter(code => code.startsWith(start)).map(row)
    return `## ${title}\n\n${table(['code', 'name', 'is told when'], rows)}`
  })
  const lead = `${generated} \`netglot explain NG4003\` prints a page too. To accept a loss: [the program](program.md).`
  return `# Diagnostics\n\n${lead}\n\n${sections.join('\n\n')}\n`
}

const row = (code: string): readonly string[] => {
  const [title = '', , first = ''] = (pages[code] ?? '').split('\n\n')
  return [`[${code}](diagnostics/${code}.md)`, title.replace(/^# NG\d+ /, ''), inOneLine(first)]
}

/** Links of a page are relative to its folder. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/\]\((?!https?:)/g, '](diagnostics/')
