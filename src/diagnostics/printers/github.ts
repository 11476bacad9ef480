import type { Diagnostic } from '../diagnostic.ts'
import { once } from './once.ts'
import { visible } from './paint.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Diagnostics as workflow commands, which GitHub Actions shows beside the lines: `::error file=host.yaml,line=3::…`. */
export const github = (diagnostics: readonly Diagnostic[]): string =>
  once(diagnostics)
    .map(({ severity, code, message, hint, span, targets }) => {
      const place = span === undefined ? {} : { file: span.file, line: span.line, endLine: span.endLine, ...columns(span) }
      const properties = Object.entries({ title: code, ...place }).map(([name, value]) => `${name}=${property(String(value))}`)
      const about = targets.length === 0 ? [] : [`targets: ${targets.join(', ')}`]
      return `::${commands[severity]} ${properties.join(',')}::${data([message, `help: ${hint}`, ...about].map(visible).join('\n'))}\n`
    })
    .join('')

/** GitHub takes columns only where the place ends on its line. */
const columns = ({ line, endLine, column, endColumn }: NonNullable<Diagnostic['span']>): object =>
  line === endLine ? { col: column, endColumn } : {}

/** As the toolkit of GitHub's actions escapes them (packages/core/src/command.ts): a line end would end the command. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
