import { catalogue } from '../catalogue/index.ts'
import type { Diagnostic, Slug, Span } from '../diagnostic.ts'
import { once, type Told } from './once.ts'

/** A fix as edits of the text: what is taken out, by lines and columns, and what comes in its place. */
export interface ReportedFix {
  readonly title: string
  readonly edits: readonly { readonly deleted: Span; readonly text: string }[]
}

interface SarifOptions {
  readonly version: string
  /** The page of a code, in Markdown. */
  readonly pages: Readonly<Record<string, string>>
  readonly fixOf: (diagnostic: Diagnostic) => ReportedFix | undefined
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** Diagnostics as SARIF 2.1.0 (OASIS), for GitHub's code scanning and for editors. */
export function sarif(diagnostics: readonly Diagnostic[], { version, pages, fixOf }: SarifOptions): object {
  const told = once(diagnostics)
  const codes = [...new Set(told.map(({ code }) => code))].sort()
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'netglot', version, semanticVersion: version, rules: codes.map(code => rule(code, pages[code])) } },
        columnKind: 'utf16CodeUnits',
        results: told.map(d => result(d, codes.indexOf(d.code), fixOf(d))),
      },
    ],
  }
}

const slugs = new Map(Object.entries(catalogue).map(([slug, { code }]) => [code, slug as Slug]))

const rule = (code: string, page = ''): object => {
  const slug = slugs.get(code)
  // A page is a heading, the severity, and then what is the matter.
  const [, , what = ''] = page.split('\n\n')
  return {
    id: code,
    name: slug,
    ...(what === '' ? {} : { shortDescription: { text: what }, fullDescription: { text: what }, help: { text: page, markdown: page } }),
    defaultConfiguration: { level: levels[slug === undefined ? 'error' : catalogue[slug].severity] },
  }
}

const result = (d: Told, ruleIndex: number, fix: ReportedFix | undefined): object => {
  const { code, severity, message, hint, path, span, related, targets } = d
  const logical = path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }
  const location = span === undefined ? logical : { physicalLocation: physical(span), ...logical }
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: `${message}. ${sentence(hint)}` },
    locations: Object.keys(location).length === 0 ? [] : [location],
    relatedLocations: related.flatMap((r, id) =>
      r.span === undefined ? [] : [{ id, physicalLocation: physical(r.span), message: { text: r.message } }],
    ),
    partialFingerprints: { 'place/v1': `${path} ${targets.join()}`.trim() || code },
    ...(fix === undefined ? {} : { fixes: [sarifFix(fix)] }),
    ...(targets.length === 0 ? {} : { properties: { targets } }),
  }
}

const sentence = (hint: string): string => `${hint[0]?.toUpperCase()}${hint.slice(1)}${/[.?]$/.test(hint) ? '' : '.'}`

const sarifFix = ({ title, edits }: ReportedFix): object => ({
  description: { text: title },
  artifactChanges: edits.map(({ deleted, text }) => ({
    artifactLocation: artifact(deleted.file),
    replacements: [{ deletedRegion: region(deleted), insertedContent: { text } }],
  })),
})

const physical = (span: Span): object => ({ artifactLocation: artifact(span.file), region: region(span) })

const region = ({ line, column, endLine, endColumn }: Span): object => ({ startLine: line, startColumn: column, endLine, endColumn })

/** A relative name is one below the source, wherever that lies. */
const artifact = (file: string): object => {
  if (file === '-') return { uri: 'stdin' }
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return file.startsWith('/') ? { uri: `file://${uri}` } : { uri: uri.replace(/^(?:\.\/)+/, ''), uriBaseId: '%SRCROOT%' }
}
