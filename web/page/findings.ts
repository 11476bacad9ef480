import type { Diagnostic, Span } from '../../src/index.ts'
import type { Noted } from './description-editor.ts'
import { el, put } from './dom.ts'

/** What an element of a list tells, to know whether it is told again. */
const told = new WeakMap<Element, string>()

/** Shows diagnostics as a list; each leads to its place and offers what can be done. What was there already stays. */
export function showFindings(
  list: HTMLElement,
  count: HTMLElement,
  notes: readonly Noted[],
  empty: string,
  go: (span: Span) => void,
): void {
  const shown = alike(notes)
  count.textContent = shown.length === 0 ? '' : String(shown.length)
  const old = new Map([...list.children].map(child => [told.get(child), child]))
  const element = (what: string, make: () => HTMLElement): Element => {
    const one = old.get(what) ?? make()
    told.set(one, what)
    return one
  }
  const nothing = (): Element => element(empty, () => el('p', { class: 'nothing' }, empty))
  const findings = shown.map(group => element(JSON.stringify(group.map(({ diagnostic }) => diagnostic)), () => finding(group, go)))
  put(list, findings.length === 0 ? [nothing()] : findings)
}

/** The same of several targets is told once. */
const alike = (notes: readonly Noted[]): readonly (readonly Noted[])[] => {
  const groups = new Map<string, Noted[]>()
  for (const note of notes) {
    const { code, path, message, target } = note.diagnostic
    const key = [code, path, target === undefined ? message : message.replaceAll(target, '')].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), note])
  }
  return [...groups.values()].sort((a, b) => rank(a[0]?.diagnostic) - rank(b[0]?.diagnostic))
}

const order = ['error', 'warning', 'info'] as const
const rank = (diagnostic: Diagnostic | undefined): number => order.indexOf(diagnostic?.severity ?? 'info')
const words = { error: 'error', warning: 'warning', info: 'note' } as const

const finding = (group: readonly Noted[], go: (span: Span) => void): HTMLElement => {
  const [first] = group
  if (first === undefined) return el('div')
  const { code, severity, message, hint, span, related } = first.diagnostic
  const targets = group.map(({ diagnostic }) => diagnostic.target).filter(target => target !== undefined)
  const buttons = [
    ...(span === undefined ? [] : [placeButton(span, `line ${span.line}`, go)]),
    ...related.flatMap(({ span: place, message: why }) =>
      place === undefined ? [] : [placeButton(place, `line ${place.line}: ${why}`, go)],
    ),
    ...(first.remedy === undefined ? [] : [remedyButton(first.remedy)]),
  ]
  return el(
    'article',
    { class: `finding ${severity}` },
    el('p', { class: 'message' }, el('span', { class: 'severity' }, `${words[severity]} ${code}`), ' ', ...inCode(message)),
    el('p', { class: 'hint' }, ...inCode(hint)),
    el('p', { class: 'places' }, ...buttons, ...(targets.length === 0 ? [] : [el('small', {}, [...new Set(targets)].join(', '))])),
  )
}

/** What stands in backquotes is code. */
const inCode = (text: string): readonly (Node | string)[] => text.split('`').map((part, i) => (i % 2 === 0 ? part : el('code', {}, part)))

const placeButton = (span: Span, text: string, go: (span: Span) => void): HTMLElement =>
  el('button', { type: 'button', class: 'small place', click: () => go(span) }, text)

const remedyButton = ({ title, apply }: NonNullable<Noted['remedy']>): HTMLElement =>
  el('button', { type: 'button', class: 'small fix', click: apply }, title)
