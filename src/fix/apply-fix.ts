import { parse, settingsKey } from '../description/parse.ts'
import type { Source, SourceFile } from '../description/source.ts'
import type { Fix, Step } from '../diagnostics/fix.ts'
import { Report } from '../diagnostics/report.ts'
import type { Path } from '../model/leaf.ts'
import { applyStep } from './apply-step.ts'
import { plainStep } from './plain-step.ts'

/** One stretch of a file's text, in UTF-16 units from its beginning, and what comes in its place. */
export interface TextEdit {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The files after a fix. Undefined where it can't be done for certain: the place is behind an alias, or in several files. That the new text says
 * what was meant and nothing else is not left to the editing: it is read again, and compared.
 */
export function applyFix(source: Source, fix: Fix): Source | undefined {
  return fix.steps.reduce<Source | undefined>((files, step) => files && inOneFile(files, step), source)
}

/** The same as edits of the texts, at most one a file. */
export function fixEdits(source: Source, fix: Fix): readonly TextEdit[] | undefined {
  const after = applyFix(source, fix)
  return after?.flatMap((file, i) => editOf(source[i] ?? file, file))
}

const inOneFile = (source: Source, step: Step): Source | undefined => {
  const wanted = plainStep(valuesOf(source), step)
  if (wanted === undefined) return undefined
  // Later files win, so the last one that can hold it is asked first.
  const ways = source.toReversed().flatMap(file => withStep(source, file, step))
  return ways.find(files => same(valuesOf(files), wanted))
}

const withStep = (source: Source, file: SourceFile, step: Step): readonly Source[] => {
  const text = applyStep(file.text, fromRoot(step))
  return text === undefined ? [] : [source.map(other => (other === file ? { ...file, text } : other))]
}

const fromRoot = (step: Step): Step =>
  step.do === 'move' ? { ...step, path: rooted(step.path), to: rooted(step.to) } : { ...step, path: rooted(step.path) }

const rooted = (path: Path): Path => (path[0] === settingsKey ? path : ['network', ...path])

const valuesOf = (source: Source): unknown => parse(source, new Report())?.value

/** Whether two trees say the same; the order of keys says nothing, but for the routes and ports that lists have. */
const same = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return keys.length === others.length && keys.every(key => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
}

const editOf = (before: SourceFile, after: SourceFile): readonly TextEdit[] => {
  if (before.text === after.text) return []
  const [from, behind] = [commonStart(before.text, after.text), commonEnd(before.text, after.text)]
  return [
    { file: before.name, from, to: before.text.length - behind(from), text: after.text.slice(from, after.text.length - behind(from)) },
  ]
}

const commonStart = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/** How much both end alike, without what their beginnings share. */
const commonEnd =
  (a: string, b: string) =>
  (start: number): number => {
    let n = 0
    while (n < a.length - start && n < b.length - start && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
    return n
  }
