import type { Span } from '../../src/index.ts'
import type { ExplainedLine, OutcomeFile } from '../protocol.ts'
import { copyButton } from './clipboard.ts'
import { el, put } from './dom.ts'
import { highlight } from './highlight.ts'

export interface LineEvents {
  /** `sure`: by a click or a key, and not only by the mouse that passes. */
  pointed(line: ExplainedLine | undefined, sure: boolean): void
  /** To go to the source of the line. */
  opened(line: ExplainedLine): void
}

export interface FileView {
  readonly element: HTMLElement
  readonly path: string
  /** Takes over the lines, and where they come from, if it is the same file. */
  update(file: OutcomeFile): boolean
  /** Lights up what comes from a line of the description; gives the first such line. */
  light(line: number | undefined): HTMLElement | undefined
}

/** A file of an answer. Its lines are a list box: the arrows go from line to line, Enter goes to the source. */
export function fileView(file: OutcomeFile, prefix: string, events: LineEvents): FileView {
  const { path } = file
  const about = aboutOf(file)
  let { content } = file
  const list = el('div', { role: 'listbox', tabindex: '0', class: 'lines', 'aria-label': `Lines of ${path}` })
  const copy = copyButton(() => content, `Copy ${path}`)
  const head = el('div', { class: 'file-head' }, el('h3', {}, path), el('small', {}, about), copy)
  const make = lineMaker(path, prefix)
  let lines: readonly ShownLine[] = file.lines.map(make)
  list.append(...lines.map(({ element }) => element))
  listen(list, () => lines, events)
  return {
    element: el('section', { class: 'file', 'aria-label': path }, head, list),
    path,
    update(next) {
      if (next.path !== path || aboutOf(next) !== about) return false
      lines = renewed(lines, next.lines, make)
      if (next.content === content) return true
      content = next.content
      for (const { element } of lines) element.classList.toggle('lit', false)
      put(
        list,
        lines.map(({ element }) => element),
      )
      return true
    },
    light(wanted) {
      const lit = lines.filter(({ line, element }) => {
        const on = wanted !== undefined && line.causes.some(({ span }) => span !== undefined && covers(span, wanted))
        element.classList.toggle('lit', on)
        return on
      })
      return lit[0]?.element
    },
  }
}

const aboutOf = ({ mode, owner, group, secret }: OutcomeFile): string => `${mode} ${owner}:${group}${secret ? ', holds a secret' : ''}`

const lineMaker = (path: string, prefix: string): ((line: ExplainedLine) => ShownLine) => {
  const pieces = highlight(path)
  let made = 0
  return line => {
    const inside = pieces(line.text).map(([kind, text]) => (kind === 'text' ? text : el('span', { class: `t-${kind}` }, text)))
    const element = el('div', { role: 'option', id: `${prefix}-${made++}`, class: 'line', 'aria-selected': 'false' }, ...inside)
    if (line.text === '') element.append('\u200b')
    return { line, element }
  }
}

/** Lines that read as before stay as they are: at the same place from the beginning, or from the end where all reads as before. */
function renewed(
  old: readonly ShownLine[],
  next: readonly ExplainedLine[],
  make: (line: ExplainedLine) => ShownLine,
): readonly ShownLine[] {
  let tail = 0
  while (tail < Math.min(old.length, next.length) && old.at(-1 - tail)?.line.text === next.at(-1 - tail)?.text) tail++
  const front = old.slice(0, old.length - tail)
  return next.map((line, i) => {
    const one = i < next.length - tail ? front[i] : old[i + old.length - next.length]
    if (one?.line.text !== line.text) return make(line)
    one.line = line
    return one
  })
}

const covers = ({ line, endLine }: Span, wanted: number): boolean => line <= wanted && wanted <= Math.max(line, endLine)

interface ShownLine {
  line: ExplainedLine
  readonly element: HTMLElement
}

function listen(list: HTMLElement, lines: () => readonly ShownLine[], events: LineEvents): void {
  let current: ShownLine | undefined
  const shownOf = ({ target }: Event): ShownLine | undefined =>
    lines().find(({ element }) => target instanceof Node && element.contains(target))
  const at = (): number => (current === undefined ? -1 : lines().indexOf(current))
  const go = (to: ShownLine | undefined): void => {
    current?.element.setAttribute('aria-selected', 'false')
    current = to
    to?.element.setAttribute('aria-selected', 'true')
    to?.element.scrollIntoView({ block: 'nearest' })
    if (to !== undefined) list.setAttribute('aria-activedescendant', to.element.id)
    events.pointed(to?.line, true)
  }
  list.addEventListener('pointerover', event => {
    if (event.pointerType === 'mouse') events.pointed(shownOf(event)?.line, false)
  })
  list.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') events.pointed(undefined, false)
  })
  list.addEventListener('click', event => {
    if (getSelection()?.isCollapsed !== false) go(shownOf(event) ?? lines()[0])
  })
  list.addEventListener('dblclick', () => openAt(lines()[at()], events))
  list.addEventListener('focus', () => {
    if (at() < 0) go(lines()[0])
  })
  list.addEventListener('keydown', event => {
    const last = lines().length - 1
    const to = { ArrowDown: at() + 1, ArrowUp: at() - 1, Home: 0, End: last }[event.key]
    if (to === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (to === undefined) openAt(lines()[at()], events)
    else go(lines()[Math.max(0, Math.min(to, last))])
  })
}

const openAt = (shown: ShownLine | undefined, events: LineEvents): void => {
  if (shown !== undefined) events.opened(shown.line)
}
