import type { Diagnostic, Span } from '../../src/index.ts'
import type { Hello } from '../protocol.ts'
import { copyText } from './clipboard.ts'
import type { Noted } from './description-editor.ts'
import { byId } from './dom.ts'
import { downloadBytes } from './download.ts'
import { EditorSlot } from './editor-slot.ts'
import type { startEngine } from './engine-client.ts'
import { showFindings } from './findings.ts'
import { Pane } from './pane.ts'
import { showShareDialog } from './share-dialog.ts'
import type { Shared } from './share-link.ts'

/** How long nobody types before the tabs are brought up to date. */
const restful = 300

/** The page at work: what is typed goes to the engine, what the engine says is shown. */
export class Playground {
  private readonly ask: ReturnType<typeof startEngine>
  private readonly hello: Hello
  private readonly slot: EditorSlot
  private panes: readonly Pane[]
  private busy = false
  private stale = false
  private resting: ReturnType<typeof setTimeout> | undefined

  constructor(ask: ReturnType<typeof startEngine>, hello: Hello, { text, target }: Shared) {
    this.ask = ask
    this.hello = hello
    this.slot = new EditorSlot(text, { changed: () => this.changed(), pointed: line => this.pointed(line) })
    this.panes = [this.pane(0, this.known(target) ?? hello.stacks[0]?.id ?? '')]
    this.placePanes()
    byId('beside', HTMLButtonElement).addEventListener('click', () => this.toggleBeside())
    byId('share', HTMLButtonElement).addEventListener('click', () => void this.share())
    byId('copy-description', HTMLButtonElement).addEventListener('click', () => void copyText(this.text))
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
    this.resting = setTimeout(() => void this.survey(), restful)
  }

  notice(text: string): void {
    byId('notice', HTMLElement).textContent = text
  }

  private async renderPanes(): Promise<void> {
    const text = this.text
    for (const pane of this.panes) pane.show(await this.ask({ ask: 'render', text, target: pane.target, allowLoss: pane.allowLoss }))
    this.showNotes()
    this.notice('')
    // For who measures: from a key to what it changes.
    if (performance.getEntriesByName('typed').length > 0) performance.measure('shown', 'typed')
  }

  private showNotes(): void {
    const all = this.panes.flatMap(({ outcome }) => outcome?.diagnostics ?? [])
    const own = uniqueOf(all.filter(({ target }) => target === undefined)).map(diagnostic => this.noted(diagnostic))
    const lost = all.filter(({ target }) => target !== undefined).map(diagnostic => this.noted(diagnostic))
    const go = (span: Span): void => this.slot.go(span)
    showFindings(byId('problems', HTMLElement), byId('problems-count', HTMLElement), own, 'None.', go)
    const nothing = this.panes.length > 1 ? 'Both targets say it all.' : 'None: the target says it all.'
    showFindings(byId('losses', HTMLElement), byId('losses-count', HTMLElement), lost, nothing, go)
    this.slot.note([...own, ...lost])
  }

  private noted(diagnostic: Diagnostic): Noted {
    return { diagnostic, remedy: undefined }
  }

  private changed(): void {
    performance.clearMarks('typed')
    performance.mark('typed')
    void this.refresh()
  }

  private pointed(line: number | undefined): void {
    for (const pane of this.panes) pane.light(line, true)
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
