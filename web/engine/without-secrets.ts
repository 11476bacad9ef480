import { check } from '../../src/description/check.ts'
import { type Parsed, parse } from '../../src/description/parse.ts'
import type { Span } from '../../src/diagnostics/diagnostic.ts'
import { masked } from '../../src/diagnostics/printers/mask.ts'
import { Report } from '../../src/diagnostics/report.ts'
import { type Path, showPath } from '../../src/model/leaf.ts'
import { leavesOf } from '../../src/model/leaves.ts'
import { normalise } from '../../src/normalise/index.ts'
import { fileName, type Shareable } from '../protocol.ts'

/** What stands in place of a secret: a right key of WireGuard for a key, as many digits for a PIN, else what will do for a password. */
const standIn = (secret: string): string => {
  if (/^[A-Za-z0-9+/]{43}=$/.test(secret)) return `${'A'.repeat(43)}=`
  return /^\d{4,8}$/.test(secret) ? `"${'0'.repeat(secret.length)}"` : 'left-out-secret'
}

/**
 * The description without its passwords and private keys, to be shown to others. What the model knows for a secret goes, wherever in the text
 * it stands, comments included; so does what only looks like one. Without a whole description nothing is certain, and nothing is shared.
 */
export function withoutSecrets(text: string): Shareable {
  const report = new Report()
  const parsed = parse([{ name: fileName, text }], report)
  const description = parsed && check(parsed, report)
  const network = description && normalise(description, report)
  if (parsed === undefined || network === undefined) return { text: undefined, leftOut: [] }
  const found = [...leavesOf(network)]
    .filter(({ secret }) => secret)
    .flatMap(({ value, origins }) => origins.map(path => ({ value, path })))
  const places = new Map(found.map(({ path, value }) => [showPath(path), { path, value: String(value) }]))
  const cleared = replaceValues(replaceSpans(text, parsed, [...places.values()]), [...places.values()])
  return clearComments(cleared, [...places.keys()])
}

interface Secret {
  readonly path: Path
  readonly value: string
}

/** Written places, the last first, so that those before keep theirs. */
const replaceSpans = (text: string, parsed: Parsed, secrets: readonly Secret[]): string => {
  const starts = lineStarts(text)
  return secrets
    .flatMap(({ path, value }) => ({ span: parsed.locate({ path }), value }))
    .flatMap(({ span, value }) => (span === undefined ? [] : [{ ...offsets(span, starts), value }]))
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to, value }) => `${all.slice(0, from)}${standIn(value)}${trailing(all.slice(from, to))}${all.slice(to)}`, text)
}

/** A block scalar ends with its line. */
const trailing = (raw: string): string => (raw.endsWith('\n') ? '\n' : '')

/** The same value elsewhere, as at an anchor or in a comment. A short one could be any number or word. */
const replaceValues = (text: string, secrets: readonly Secret[]): string =>
  secrets.filter(({ value }) => value.length >= 6).reduce((all, { value }) => all.replaceAll(value, standIn(value)), text)

/** A description that is accepted has no other secrets than those that the model knows, but in its comments. */
const clearComments = (text: string, leftOut: readonly string[]): Shareable => {
  const told = [...leftOut]
  const lines = text.split('\n').map((line, i) => {
    const [comment = ''] = /(?:^|\s)#[^'"]*$|^\s*#.*$/.exec(line) ?? []
    if (!Number.isFinite(masked([comment], 0).hiddenFrom)) return line
    told.push(`the comment in line ${i + 1}`)
    return `${line.slice(0, line.length - comment.trimStart().length)}# left out`
  })
  return { text: lines.join('\n'), leftOut: told }
}

const lineStarts = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/\r\n|\r|\n/g)].map(match => match.index + match[0].length),
]

const offsets = ({ line, column, endLine, endColumn }: Span, starts: readonly number[]) => ({
  from: (starts[line - 1] ?? 0) + column - 1,
  to: (starts[endLine - 1] ?? 0) + endColumn - 1,
})
