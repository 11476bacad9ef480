import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../description/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { Report } from '../diagnostics/report.ts'
import { type Rendered, type RenderOptions, render } from '../render.ts'
import { readSpellings } from '../targets/spelling.ts'
import { readSource } from './read-source.ts'

/** What was read and what came of it. `refused`: nothing was rendered. */
export interface Prepared extends Rendered {
  readonly source: Source
  readonly refused: boolean
}

/** Checks the names of the targets, reads the files and renders them. */
export function prepare(files: readonly string[], options: RenderOptions): Prepared {
  const wrong = unknownTargets(options.targets)
  if (wrong.length > 0) return { source: [], targets: [], diagnostics: wrong, refused: true }
  const { source, diagnostics } = readSource(files)
  return diagnostics.length > 0 ? { source, targets: [], diagnostics, refused: true } : prepareSource(source, options)
}

/** Renders what has been read. */
export const prepareSource = (source: Source, options: RenderOptions): Prepared => ({ source, ...render(source, options), refused: false })

/** What is wrong with the names of targets. */
export const unknownTargets = (names: readonly string[]): readonly Diagnostic[] => {
  const report = new Report()
  readSpellings(names, report)
  return report.diagnostics(() => undefined)
}

/** The root as a place of accounts, when it has any. */
export const accountsRoot = (root: string | undefined): string | undefined =>
  root !== undefined && existsSync(join(root, 'etc/passwd')) ? root : undefined
