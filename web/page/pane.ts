import type { Span } from '../../src/index.ts'
import type { Beside, ExplainedLine, Outcome, OutcomeFile, Stack } from '../protocol.ts'
import { besideView } from './beside-view.ts'
import { copyButton } from './clipboard.ts'
import { el, put } from './dom.ts'
import { type FileView, fileView } from './file-view.ts'
import { makeTabs, type Tabs } from './tabs.ts'

export interface PaneEvents {
  /** Another target, or whether losses are accepted. */
  changed(): void
  /** Stretches of the description that a line comes from. */
  lit(spans: readonly Span[], follow: boolean): void
  opened(span: Span): void
  /** Wants the answer as an archive. */
  download(pane: Pane): void
}

/** What one target makes of the description; there may be two of them side by side. */
export class Pane {
  readonly element: HTMLElement
  readonly tabs: Tabs
  target: string
  outcome: Outcome | undefined
  private files: readonly FileView[] = []
  /** How many views of files there have been. */
  private made = 0
  private last: HTMLElement = el('div')
  /** The line of the description whose lines are lit. */
  private lit: number | undefined
  private readonly stacks: readonly Stack[]
  private readonly number: number
  private readonly events: PaneEvents
  private readonly body = el('div', { class: 'files' })
  private readonly explain = el('p', { class: 'explain', role: 'status' })
  private readonly versions = el('select', { 'aria-label': 'Version or release' })
  private readonly lossy = el('input', { type: 'checkbox' })
  private readonly buttons: readonly HTMLButtonElement[]

  constructor(stacks: readonly Stack[], number: number, target: string, events: PaneEvents) {
    this.stacks = stacks
    this.number = number
    this.events = events
    const prefix = `pane${number}`
    this.tabs = makeTabs(stacks, prefix, id => this.choose(id))
    const copy = copyButton(() => this.text(), 'Copy all', 'Copy all')
    copy.classList.remove('small')
    const tar = el('button', { type: 'button', click: () => events.download(this) }, 'Download tar')
    this.buttons = [copy, tar]
    this.versions.addEventListener('change', () => this.choose(this.versions.value))
    this.lossy.addEventListener('change', () => events.changed())
    const lossy = el('label', { class: 'choice', title: 'Like --allow-loss: what is left of the files' }, this.lossy, 'with losses')
    const bar = el(
      'div',
      { class: 'bar' },
      el('label', { class: 'choice' }, 'for ', this.versions),
      lossy,
      el('span', { class: 'gap' }),
      copy,
      tar,
    )
    const panel = el('div', { role: 'tabpanel', id: `${prefix}-panel`, class: 'tabpanel' }, bar, this.body, this.explain)
    this.element = el('section', { class: 'pane', 'aria-label': number === 0 ? 'Target' : 'Target beside it' }, this.tabs.element, panel)
    this.target = target
    this.mark(panel)
  }

  get allowLoss(): boolean {
    return this.lossy.checked
  }

  get stack(): string {
    return this.target.split('@')[0] ?? this.target
  }

  show(outcome: Outcome): void {
    this.outcome = outcome
    const { answer } = outcome
    const usable = answer !== undefined && !answer.failed
    this.files = this.viewsOf(answer?.files ?? [])
    put(this.body, [...this.files.map(({ element }) => element), usable ? this.beside(answer) : this.nothing(answer === undefined)])
    for (const button of this.buttons) button.disabled = !usable
    this.explain.textContent = ''
    if (this.lit !== undefined) for (const file of this.files) file.light(this.lit)
  }

  /** Lights up what comes from that line of the description; `follow` brings it into view. */
  light(line: number | undefined, follow: boolean): void {
    this.lit = line
    const [first] = this.files.map(file => file.light(line)).filter(element => element !== undefined)
    if (first === undefined || !follow || this.body.scrollHeight <= this.body.clientHeight) return
    const [box, inside] = [this.body.getBoundingClientRect(), first.getBoundingClientRect()]
    if (inside.top < box.top || inside.bottom > box.bottom) this.body.scrollTop += inside.top - box.top - box.height / 3
  }

  private choose(target: string): void {
    this.target = target
    this.mark(this.body.parentElement)
    this.events.changed()
  }

  private mark(panel: HTMLElement | null): void {
    this.tabs.select(this.stack)
    panel?.setAttribute('aria-labelledby', `pane${this.number}-${this.stack}`)
    const { spellings = [] } = this.stacks.find(({ id }) => id === this.stack) ?? {}
    this.versions.replaceChildren(...spellings.map(({ name, text }) => el('option', { value: name }, text)))
    this.versions.value = this.target
  }

  private viewsOf(files: readonly OutcomeFile[]): readonly FileView[] {
    const old = new Map(this.files.map(view => [view.path, view]))
    const events = { pointed: this.pointed.bind(this), opened: this.opened.bind(this) }
    return files.map(file => {
      const same = old.get(file.path)
      old.delete(file.path)
      return same?.update(file) === true ? same : fileView(file, `pane${this.number}-file${++this.made}`, events)
    })
  }

  private beside(answer: Beside): HTMLElement {
    const next = besideView(answer)
    if (!next.isEqualNode(this.last)) this.last = next
    return this.last
  }

  private nothing(refused: boolean): HTMLElement {
    const text = refused
      ? 'Nothing to show: the description is refused. See Problems.'
      : 'No files: this target would lose something. See Losses; “with losses” shows what is left.'
    return el('p', { class: 'nothing' }, text)
  }

  private pointed(line: ExplainedLine | undefined, sure: boolean): void {
    this.explain.replaceChildren(...(line === undefined ? [] : explained(line)))
    this.events.lit(spansOf(line), sure)
  }

  private opened(line: ExplainedLine): void {
    const [first] = spansOf(line)
    if (first !== undefined) this.events.opened(first)
  }

  /** All files as `netglot render` prints them. */
  private text(): string {
    const files = this.outcome?.answer?.files ?? []
    return files.map(({ path, mode, owner, group, content }) => `# ${path} (${mode} ${owner}:${group})\n${content}`).join('\n')
  }
}

const spansOf = (line: ExplainedLine | undefined): readonly Span[] =>
  (line?.causes ?? []).map(({ span }) => span).filter(span => span !== undefined)

/** Why a line is there, in words. */
const explained = ({ causes, why, manual }: ExplainedLine): readonly (Node | string)[] => {
  const places = causes
    .slice(0, 3)
    .flatMap(({ path, span, about }, i) => [
      ...(i === 0 ? [] : ['; ']),
      el('code', {}, path),
      `${span === undefined ? '' : ` (line ${span.line})`}${about === undefined ? '' : `: ${about}`}`,
    ])
  const more = causes.length > 3 ? [` and ${causes.length - 3} more`] : []
  const reason = why ?? (causes.length === 0 ? 'Form of the file.' : undefined)
  return [...places, ...more, ...(reason === undefined ? [] : [reason]), ...(manual === undefined ? [] : [' ', el('em', {}, manual)])]
}
