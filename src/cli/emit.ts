import type { Source } from '../description/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { full } from '../diagnostics/printers/full.ts'
import { found, systemReason } from './found.ts'
import { exit, statusOf } from './outcome.ts'
import { isTerminal, writeTo } from './standard-streams.ts'

/** The number of the JSON's layout; it grows when a field changes its meaning or goes. */
const schemaVersion = 1

declare const NETGLOT_VERSION: string

export const version: string = NETGLOT_VERSION

export const toStdout = (text: string | Uint8Array): void => writeTo(1, text, whenStdoutFails)

export const toStderr = (text: string): void => writeTo(2, text, () => process.exit())

/** A reader that has seen enough, such as head, is no trouble; a full disk is. */
export const whenStdoutFails = (error: NodeJS.ErrnoException): never => {
  if (error.code === 'EPIPE') process.exit()
  emitDiagnostics([found('file-unwritable', { file: 'standard output', why: systemReason(error) ?? error.message })], [])
  return process.exit(exit.trouble)
}

const jsonText = (fields: object, indent?: number): string =>
  `${JSON.stringify({ netglot: version, schemaVersion, ...fields }, (_, value: unknown) => (value === undefined ? null : value), indent)}\n`

/** The result for machines: fields that have no value are null. */
export const emitJson = (fields: object): void => toStdout(jsonText(fields, 2))

/** The same in one line, of many results. */
export const jsonLine = (fields: object): string => jsonText(fields)

/** Colour only where it is wanted and can be seen. */
export const inColour = (): boolean => !process.env.NO_COLOR && process.env.TERM !== 'dumb' && isTerminal(2)

/** The diagnostics for people. */
export const emitDiagnostics = (diagnostics: readonly Diagnostic[], source: Source): void => toStderr(full(diagnostics, source, inColour()))

/** Ends a command early: tells the diagnostics in the format asked for. */
export function refuse(diagnostics: readonly Diagnostic[], source: Source, json: object | undefined): number {
  if (json !== undefined) emitJson({ ...json, diagnostics })
  else emitDiagnostics(diagnostics, source)
  return statusOf(diagnostics) || exit.refused
}
