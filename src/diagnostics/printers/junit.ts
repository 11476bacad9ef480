import type { Diagnostic } from '../diagnostic.ts'
import { once, type Told } from './once.ts'
import { visible } from './paint.ts'

/**
 * Diagnostics as a report of tests, which Jenkins and GitLab show: one test each, and one that passes for a file without errors. Errors alone fail; what
 * else there is to say is the test's output.
 */
export function junit(diagnostics: readonly Diagnostic[], files: readonly string[]): string {
  const told = once(diagnostics)
  const failed = told.filter(({ severity }) => severity === 'error')
  const clean = files.filter(file => !failed.some(({ span }) => span?.file === file))
  const tests = [
    ...clean.map(file => `    <testcase ${attributes({ classname: file, name: 'no errors', file })}/>\n`),
    ...told.map(testcase),
  ]
  const counts = { name: 'netglot', tests: tests.length, failures: failed.length, errors: 0 }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites ${attributes(counts)}>\n  <testsuite ${attributes(counts)}>\n`,
    ...tests,
    '  </testsuite>\n</testsuites>\n',
  ].join('')
}

const testcase = (d: Told): string => {
  const { code, severity, message, path, span } = d
  const name = [code, path, ...d.targets].filter(part => part !== '').join(' ')
  const place = span === undefined ? {} : { file: span.file, line: span.line }
  const head = attributes({ classname: span?.file ?? 'netglot', name, ...place })
  const text = escaped(details(d))
  const body =
    severity === 'error' ? `<failure ${attributes({ type: code, message })}>${text}</failure>` : `<system-out>${text}</system-out>`
  return `    <testcase ${head}>\n      ${body}\n    </testcase>\n`
}

const details = ({ severity, code, message, hint, span }: Told): string =>
  [...(span === undefined ? [] : [`${span.file}:${span.line}:${span.column}`]), `${severity}[${code}]: ${message}`, `help: ${hint}`].join(
    '\n',
  )

const attributes = (all: Readonly<Record<string, string | number>>): string =>
  Object.entries(all)
    .map(([name, value]) => `${name}="${escaped(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join(' ')

/** XML has no way to write a control character, nor the two signs that are none (Extensible Markup Language 1.0, section 2.2). */
const escaped = (text: string): string =>
  text
    .split('\n')
    .map(line =>
      visible(line)
        .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;'),
    )
    .join('\n')
