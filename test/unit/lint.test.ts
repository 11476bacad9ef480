import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/description/check.ts'
import { parse } from '../../src/description/parse.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { short } from '../../src/diagnostics/printers/short.ts'
import { Report } from '../../src/diagnostics/report.ts'
import { lint, rules } from '../../src/lint/index.ts'
import type { Network } from '../../src/model/network.ts'
import { normalise } from '../../src/normalise/index.ts'
import { corpus } from '../differential/corpus.ts'
import { fixtures, root } from '../fixtures.ts'

/** What is found on the way to the targets. */
function diagnose(name: string, text: string): Diagnostic[] {
  const report = new Report()
  const parsed = parse([{ name, text }], report)
  const description = parsed && check(parsed, report)
  const network = description && normalise(description, report)
  if (network !== undefined && !report.failed) lint(network, report)
  return report.diagnostics(place => parsed?.locate(place))
}

const isLint = (d: Diagnostic): boolean => d.code.startsWith('NG4')

const withRelated = (d: Diagnostic): string =>
  [short(d), ...d.related.map(r => `  ${r.span?.line}:${r.span?.column}: ${r.message}`), `  hint: ${d.hint}`].join('\n')

const folder = join(root, 'fixtures/lint')
const cases = readdirSync(folder).map(name => ({ name, code: name.slice(0, 6) }))
const read = (name: string, file: string): Diagnostic[] => diagnose(file, readFileSync(join(folder, name, file), 'utf8'))

describe.each(cases)('$name', ({ name, code }) => {
  test('tells what is wrong, and nothing else', async () => {
    const found = read(name, 'description.yaml')
    expect(found.filter(d => !isLint(d))).toEqual([])
    expect(found.map(d => d.code)).toContain(code)
    await expect(`${found.map(withRelated).join('\n')}\n`).toMatchFileSnapshot(join(folder, name, 'diagnostics.txt'))
  })

  test('every finding has a place', () => {
    for (const found of read(name, 'description.yaml')) expect(found.span, found.message).toBeDefined()
  })

  test('says nothing where it is right', () => {
    expect(read(name, 'fine.yaml').map(short)).toEqual([])
  })
})

describe('no false alarm', () => {
  test.each(fixtures.filter(fixture => fixture.name.startsWith('origin/')))('$name', ({ source }) => {
    expect(
      source
        .flatMap(file => diagnose(file.name, file.text))
        .filter(isLint)
        .map(short),
    ).toEqual([])
  })
})

describe('a rule that is not asked, since no link is of a kind that it needs,', () => {
  /** What is found in a network, by asking the rules in one way or another. */
  const findingsOf = (network: Network, ask: (network: Network, report: Report) => void): readonly string[] => {
    const report = new Report()
    ask(network, report)
    return report.findings.map(({ slug, message }) => `${slug}: ${message}`)
  }

  const ofLint = cases.flatMap(({ name }) =>
    readdirSync(join(folder, name)).map(file => [{ name: file, text: readFileSync(join(folder, name, file), 'utf8') }]),
  )
  const sources = [...fixtures.map(({ source }) => source), ...corpus.map(({ source }) => source), ...ofLint]

  test('would have found nothing', () => {
    const found = new Set<string>()
    for (const source of sources) {
      const report = new Report()
      const parsed = parse(source, report)
      const description = parsed && check(parsed, report)
      const network = description && normalise(description, report)
      if (network === undefined || report.failed) continue
      const asked = findingsOf(network, lint)
      expect(asked).toEqual(
        findingsOf(network, (...given) =>
          Object.values(rules).forEach(rule => {
            rule(...given)
          }),
        ),
      )
      for (const finding of asked) found.add(finding.split(':')[0] ?? '')
    }
    expect([...found].filter(slug => slug in rules).sort()).toEqual(Object.keys(rules).sort())
  })
})
