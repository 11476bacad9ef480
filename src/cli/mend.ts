import { realpathSync, statSync } from 'node:fs'
import type { Source } from '../description/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { masked } from '../diagnostics/printers/mask.ts'
import { visible } from '../diagnostics/printers/paint.ts'
import { fixAll } from '../fix/fix-all.ts'
import { toStderr, toStdout } from './emit.ts'
import { writeOutput } from './write-output.ts'

/** What came of `check --fix`. */
export interface Mended {
  readonly source: Source
  readonly fixed: readonly Diagnostic[]
  /** Why a file could not be written. */
  readonly troubles: readonly Diagnostic[]
}

/** Mends the files in place; `dryRun`: prints what would change as a unified diff. What is done is told on standard error, unless it goes into JSON. */
export async function mend(source: Source, { dryRun, quiet }: { readonly dryRun: boolean; readonly quiet: boolean }): Promise<Mended> {
  const { source: after, fixed } = fixAll(source)
  const changed = after.flatMap((file, i) => (file.text === source[i]?.text ? [] : [{ ...file, before: source[i]?.text ?? '' }]))
  if (dryRun && !quiet) for (const { name, before, text } of changed) toStdout(await textDiff(name, before, text))
  const troubles = dryRun ? [] : changed.flatMap(({ name, text }) => replaceText(name, text))
  if (!quiet && troubles.length === 0) for (const d of fixed) toStderr(`${dryRun ? 'would fix' : 'fixed'} ${visible(told(d))}\n`)
  return { source: after, fixed, troubles }
}

const told = ({ code, span, fix }: Diagnostic): string =>
  `${span === undefined ? '' : `${span.file}:${span.line}: `}${fix?.title} (${code})`

/** Puts a text in the place of a file's, with the mode and the owner that the file has; of a symbolic link, in that of what it leads to. */
export function replaceText(name: string, text: string): readonly Diagnostic[] {
  const file = realpathSync(name)
  const { mode, uid, gid } = statSync(file)
  return writeOutput(file, text, mode & 0o7777, undefined, { uid, gid })
}

/** A unified diff of a description, its secrets hidden. */
export async function textDiff(name: string, before: string, after: string): Promise<string> {
  const { unified } = await import('./root/unified.ts')
  return `--- ${visible(name)}\n+++ ${visible(name)}\n${await unified(side(before), side(after))}`
}

const side = (content: string) => {
  const lines = content.split(/\r?\n/)
  return { content, shown: lines.map((_, i) => visible(masked(lines, i).text)) }
}
