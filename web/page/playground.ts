import type { Diagnostic, Fix, Span } from '../../src/index.ts'
import type { Hello, Outcome } from '../protocol.ts'
import { copyButton } from './clipboard.ts'
import type { Noted } from './description-editor.ts'
import { byId } from './dom.ts'
import { downloadBytes } from './download.ts'
import { EditorSlot } from './editor-slot.ts'
import type { AskEngine } from './engine-client.ts'
import { showFindings } from './findings.ts'
import { Pane } from './pane.ts'
import { Picture } from './picture.ts'
import { showShareDialog } from './share-dialog.ts'
import type { Shared } from './share-link.ts'
import { onTheme } from './theme.ts'

/** How long nobody types before the tabs are brought up to date. */
const restful = 300

/** The page at work: what is typed goes to the engine, what the engine says is shown. */
export class Playground {
  private readonly ask: AskEngine
  private readonly hello: Hello
  private readonly slot: EditorSlot
  private readonly picture: Picture
  private panes: readonly Pane[]
  private busy = false
  private stale = false
  private resting: ReturnType<typeof setTimeout> | undefined

  constructor(ask: AskEngine, hello: Hello, { text, target }: Shared) {
    this.ask = ask
    this.hello = hello
    this.slot = new EditorSlot(text, { changed: () => this.changed(), pointed: line => this.pointed(line) })
    this.panes = [this.pane(0, this.known(target) ?? hello.stacks[0]?.id ?? '')]
    this.placePanes()
    this.picture = new Picture({
      toggled: () => void this.draw(),
      lit: spans => this.slot.editor.light(spans, false),
      opened: span => this.slot.go(span),
    })
    onTheme(() => this.picture.colour())
    byId('fix-all', HTMLButtonElement).addEventListener('click', () => void this.fixAll())
    byId('beside', HTMLButtonElement).addEventListener('click', () => this.toggleBeside())
    byId('share', HTMLButtonElement).addEventListener('click', () => void this.share())
    byId('copy-description', HTMLButtonElement).replaceWith(copyButton(() => this.text, 'Copy the description'))
  }

  get text(): string {
    return this.slot.editor.text()
  }

  /** Puts another description into the editor; it can be undone there. */
  begin(text: string): void {
    this.slot.editor.replace(text)
  }

  improveEditor(): Promise<void> {
    return this.slot.improve(this.hello.schema)
  }

  /** Shows what becomes of the text, and again as long as it changes meanwhile. */
  async refresh(): Promise<void> {
    this.stale = true
    if (this.busy) return
    this.busy = true
    try {
      while (this.stale) {
        this.stale = false
        await this.renderPanes()
      }
    } catch (error) {
      this.notice(`A fault of netglot: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      this.busy = false
    }
    clearTimeout(this.resting)
    this.resting = setTimeout(() => void this.rest(), restful)
  }

  notice(text: string): void {
    byId('notice', HTMLElement).textContent = text
  }

  private async renderPanes(): Promise<void> {
    const { panes, text } = this
    const outcomes: Outcome[] = []
    for (const { target, allowLoss } of panes) outcomes.push(await this.ask({ ask: 'render', text, target, allowLoss }))
    // The editor looks at its layout when it gets its marks: nothing else may have changed by then, or all of the page is laid out there.
    this.showNotes(outcomes)
    for (const [i, outcome] of outcomes.entries()) panes[i]?.show(outcome)
    this.notice('')
    // For who measures: from a key to what it changes.
    if (performance.getEntriesByName('typed').length > 0) performance.measure('shown', 'typed')
  }

  private showNotes(outcomes: readonly Outcome[]): void {
    const all = outcomes.flatMap(({ diagnostics }) => diagnostics)
    const own = uniqueOf(all.filter(({ target }) => target === undefined)).map(diagnostic => this.noted(diagnostic))
    const lost = all.filter(({ target }) => target !== undefined).map(diagnostic => this.noted(diagnostic))
    this.slot.note([...own, ...lost])
    const go = (span: Span): void => this.slot.go(span)
    showFindings(byId('problems', HTMLElement), byId('problems-count', HTMLElement), own, 'None.', go)
    const refused = outcomes.some(({ answer }) => answer === undefined)
    const nothing = refused ? 'Not known as long as the description is refused.' : 'None.'
    showFindings(byId('losses', HTMLElement), byId('losses-count', HTMLElement), lost, nothing, go)
    byId('fix-all', HTMLButtonElement).hidden = own.filter(({ remedy }) => remedy !== undefined).length < 2
  }

  private noted(diagnostic: Diagnostic): Noted {
    const { fix } = diagnostic
    return { diagnostic, remedy: fix && { title: `Fix: ${fix.title}`, apply: () => void this.fix(fix) } }
  }

  private async fix(fix: Fix): Promise<void> {
    const text = this.text
    const edits = await this.ask({ ask: 'fix', text, fix })
    if (edits === undefined) this.notice('That can not be done here for certain: do it by hand.')
    else if (this.text === text) for (const edit of edits) this.slot.editor.edit(edit.from, edit.to, edit.text)
  }

  private async fixAll(): Promise<void> {
    const text = this.text
    const fixed = await this.ask({ ask: 'fixAll', text })
    if (this.text === text && fixed !== text) this.slot.editor.replace(fixed)
  }

  private async draw(): Promise<void> {
    if (this.picture.wanted) await this.picture.show(await this.ask({ ask: 'drawing', text: this.text }))
  }

  private changed(): void {
    performance.clearMarks('typed')
    performance.mark('typed')
    void this.refresh()
  }

  private pointed(line: number | undefined): void {
    for (const pane of this.panes) pane.light(line, true)
  }

  /** What can wait until nobody types. */
  private async rest(): Promise<void> {
    await this.survey()
    await this.draw()
  }

  /** One target after the other, as long as nobody types. */
  private async survey(): Promise<void> {
    const text = this.text
    for (const { id } of this.hello.stacks) {
      if (this.busy || this.text !== text) return
      const target = this.panes.find(({ stack }) => stack === id)?.target ?? id
      const survey = await this.ask({ ask: 'survey', text, target })
      for (const pane of this.panes) pane.tabs.tell(id, survey)
    }
    document.body.dataset.surveyed = String(text.length)
  }

  private known(target: string | undefined): string | undefined {
    return this.hello.stacks.flatMap(({ spellings }) => spellings).find(({ name }) => name === target)?.name
  }

  private pane(number: number, target: string): Pane {
    return new Pane(this.hello.stacks, number, target, {
      changed: () => void this.refresh(),
      lit: (spans, follow) => this.slot.editor.light(spans, follow),
      opened: span => this.slot.go(span),
      download: pane => void this.download(pane),
    })
  }

  private placePanes(): void {
    byId('panes', HTMLElement).replaceChildren(...this.panes.map(({ element }) => element))
    document.body.classList.toggle('side-by-side', this.panes.length > 1)
    byId('beside', HTMLButtonElement).setAttribute('aria-pressed', String(this.panes.length > 1))
  }

  private toggleBeside(): void {
    const [first] = this.panes
    if (first === undefined) return
    const other = this.hello.stacks.find(({ id }) => id !== first.stack && id === 'networkd') ?? this.hello.stacks[0]
    this.panes = this.panes.length > 1 ? [first] : [first, this.pane(1, other?.id ?? first.target)]
    this.placePanes()
    void this.refresh()
  }

  private async share(): Promise<void> {
    await showShareDialog(await this.ask({ ask: 'withoutSecrets', text: this.text }), this.panes[0]?.target ?? '')
  }

  private async download({ target, allowLoss }: Pane): Promise<void> {
    const bytes = await this.ask({ ask: 'tar', text: this.text, target, allowLoss })
    if (bytes !== undefined) downloadBytes(`netglot-${target.replace('@', '-')}.tar`, 'application/x-tar', bytes)
  }
}

const uniqueOf = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map(one => [[one.code, one.path, one.message, one.span?.line].join('\n'), one])).values(),
]
