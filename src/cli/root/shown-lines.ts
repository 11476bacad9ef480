import { dots, masked } from '../../diagnostics/printers/mask.ts'
import { visible } from '../../diagnostics/printers/paint.ts'
import type { PrintedFile } from '../../print/print.ts'

/** The lines of a rendered file as a diff may show them. */
export const shownOfWanted = ({ content, lines }: PrintedFile): readonly string[] =>
  linesOf(content).map((line, i) => (lines[i]?.secret ? keyOnly(line) : line))

/**
 * The lines of the file that is there as a diff may show them. Nobody knows what is on them, so a word that tells of a secret hides what follows it. Where
 * the file that is wanted, or one that only some may read, holds secrets, a line shows only when its key stands on a line of the wanted file that holds none.
 */
export function shownOfPresent(content: string, wanted: PrintedFile | undefined, mode: number): readonly string[] {
  const lines = linesOf(content)
  const isPrivate = wanted === undefined ? (mode & 0o004) === 0 : wanted.secret
  const open = openKeys(wanted)
  return lines.map((line, i) => {
    const hidden = isPrivate && !isEmpty(line) && !open.has(keyOf(line))
    return (hidden ? keyOnly(line) : masked(lines, i).text).split('\t').map(visible).join('\t')
  })
}

const openKeys = (wanted: PrintedFile | undefined): ReadonlySet<string> => {
  const all = linesOf(wanted?.content ?? '').map((line, i) => ({ key: keyOf(line), secret: wanted?.lines[i]?.secret === true }))
  const secret = new Set(all.filter(one => one.secret).map(({ key }) => key))
  return new Set(all.map(({ key }) => key).filter(key => !secret.has(key)))
}

const linesOf = (content: string): readonly string[] => content.replace(/\n$/, '').split('\n')

/** Up to `=`, `:` or a blank: what these files set. A comment is a key of its own, so that one that netglot does not write is hidden. */
const keyPattern = /^\s*(?:#.*|[^\s=:]+[^\S\n]*[=:]?)/

const keyOf = (line: string): string => keyPattern.exec(line)?.[0].trim() ?? ''

/** Blank, a bracket, or the head of a section. */
const isEmpty = (line: string): boolean => /^\W*$|^\s*\[[\w .:-]*\]\s*$/.test(line)

const keyOnly = (line: string): string => {
  const [, key, value] = /^(\s*(?:#\s*)?[^\s=:]+\s*[=:]\s*|\s*[^\s=:]+\s+)(.*)$/.exec(line) ?? []
  return key === undefined || value === '' ? dots : `${key}${dots}`
}
