import { type Parsed, parse } from '../description/parse.ts'
import type { Source } from '../description/source.ts'
import type { Span } from '../diagnostics/diagnostic.ts'
import { Report } from '../diagnostics/report.ts'
import { type Path, showPath } from '../model/leaf.ts'
import type { LineOrigin, PrintedFile } from '../print/print.ts'
import { keyAt } from './key-at.ts'
import { manualOf } from './manual.ts'

/** A place of the description that made a line. */
export interface Cause {
  /** `bridges.br0.dhcp4` */
  readonly path: string
  readonly span: Span | undefined
  /** What the key is for; undefined where the name of a device is the cause. */
  readonly about: string | undefined
}

export interface ExplainedLine {
  readonly text: string
  readonly causes: readonly Cause[]
  /** Why the line is there, where no place of the description is its cause; undefined for one that only gives the file its shape. */
  readonly why: string | undefined
  /** The page of the manual that tells of the line. */
  readonly manual: string | undefined
}

export interface ExplainedFile extends Omit<PrintedFile, 'lines' | 'content'> {
  readonly lines: readonly ExplainedLine[]
}

/** Tells of every line of rendered files which place of their description it comes from, and what for. */
export function explainFiles(files: readonly PrintedFile[], source: Source): readonly ExplainedFile[] {
  const parsed = parse(source, new Report())
  return files.map(({ content, lines, ...file }) => ({
    ...file,
    lines: content
      .replace(/\n$/, '')
      .split('\n')
      .map((text, i) => explained(text, lines[i], file.path, parsed)),
  }))
}

const explained = (text: string, line: LineOrigin | undefined, file: string, parsed: Parsed | undefined): ExplainedLine => {
  const paths = unique(line?.origins ?? [])
  const causes = paths.map(path => causeOf(path, parsed))
  const why = line?.why === 'layout' ? undefined : line?.why
  return {
    text: line?.secret === true ? masked(text) : text,
    causes,
    why,
    manual: causes.length > 0 || why !== undefined ? manualOf(file, text) : undefined,
  }
}

/** A line of a file without the password in it: all that comes after its first word, or all of it. */
const masked = (text: string): string => {
  const [before = ''] = /^\s*[^\s=:]+[\s=:]+(?=\S)/.exec(text) ?? []
  return `${before}••••••`
}

const unique = (paths: readonly Path[]): readonly Path[] => [...new Map(paths.map(path => [showPath(path), path])).values()]

const causeOf = (path: Path, parsed: Parsed | undefined): Cause => ({
  path: showPath(path),
  span: parsed?.locate({ path }),
  about: path.length > 2 ? firstSentence(keyAt(path)?.description) : undefined,
})

const firstSentence = (text: string | undefined): string | undefined => text?.split(/(?<=\.) /)[0]
