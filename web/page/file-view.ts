import type { Span } from '../../src/index.ts'
import type { ExplainedLine, OutcomeFile } from '../protocol.ts'
import { copyButton } from './clipboard.ts'
import { el } from './dom.ts'
import { highlight } from './highlight.ts'

export interface LineEvents {
  /** `sure`: by a click or a key, and not only by the mouse that passes. */
  pointed(line: ExplainedLine | undefined, sure: boolean): void
  /** To go to the source of the line. */
  opened(line: ExplainedLine): void
}

export interface FileView {
  readonly element: HTMLElement
  /** Takes over where lines come from, if it is the same file with the same text. */
  update(file: OutcomeFile): boolean
  /** Lights up what comes from a line of the description; gives the first such line. */
  light(line: number | undefined): HTMLElement | undefined
}

/** A file of an answer. Its lines are a list box: the arrows go from line to line, Enter goes to the source. */
export function fileView(file: OutcomeFile, prefix: string, events: LineEvents): FileView {
  const pieces = highlight(file.path)
  const lines = file.lines.map((line, i) => {
    const inside = pieces(line.text).map(([kind, text]) => (kind === 'text' ? text : el('span', { class: `t-${kind}` }, text)))
    const element = el('div', { role: 'option', id: `${prefix}-${i}`, class: 'line', 'aria-selected': 'false' }, ...inside)
    if (line.text === '') element.append('\u200b')
    return { line, element }
  })
  const list = el(
    'div',
    { role: 'listbox', tabindex: '0', class: 'lines', 'aria-label': `Lines of ${file.path}` },
    ...lines.map(({ element }) => element),
  )
  listen(list, lines, events)
  const about = `${file.mode} ${file.owner}:${file.group}${file.secret ? ', holds a secret' : ''}`
  const head = el(
    'div',
    { class: 'file-head' },
    el('h3', {}, file.path),
    el('small', {}, about),
    copyButton(() => file.content, `Copy ${file.path}`),
  )
  const looks = looksOf(file)
  return {
    element: el('section', { class: 'file', 'aria-label': file.path }, head, list),
    update(next) {
      if (looksOf(next) !== looks) return false
      for (const [i, shown] of lines.entries()) shown.line = next.lines[i] ?? shown.line
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

/** All of a file that can be seen. */
const looksOf = ({ path, mode, owner, group, secret, content }: OutcomeFile): string =>
  [path, mode, owner, group, secret, content].join('\n')

const covers = ({ line, endLine }: Span, wanted: number): boolean => line <= wanted && wanted <= Math.max(line, endLine)

interface ShownLine {
  line: ExplainedLine
  readonly element: HTMLElement
}

function listen(list: HTMLElement, lines: readonly ShownLine[], events: LineEvents): void {
  let current = -1
  const shownOf = (event: Event): number => lines.findIndex(({ element }) => event.target instanceof Node && element.contains(event.target))
  const go = (to: number): void => {
    lines[current]?.element.setAttribute('aria-selected', 'false')
    current = Math.max(0, Math.min(to, lines.length - 1))
    const { element, line } = lines[current] ?? {}
    element?.setAttribute('aria-selected', 'true')
    element?.scrollIntoView({ block: 'nearest' })
    if (element !== undefined) list.setAttribute('aria-activedescendant', element.id)
    events.pointed(line, true)
  }
  list.addEventListener('pointerover', event => {
    if (event.pointerType === 'mouse') events.pointed(lines[shownOf(event)]?.line, false)
  })
  list.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') events.pointed(undefined, false)
  })
  list.addEventListener('click', event => {
    if (getSelection()?.isCollapsed !== false) go(shownOf(event))
  })
  list.addEventListener('dblclick', () => openAt(lines[current], events))
  list.addEventListener('focus', () => {
    if (current < 0) go(0)
  })
  list.addEventListener('keydown', event => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: lines.length - 1 }[event.key]
    if (to === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (to === undefined) openAt(lines[current], events)
    else go(to)
  })
}

const openAt = (shown: ShownLine | undefined, events: LineEvents): void => {
  if (shown !== undefined) events.opened(shown.line)
}
