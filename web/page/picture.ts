import { pictureStyle } from '../../src/graph/style.ts'
import type { Span } from '../../src/index.ts'
import type { PictureQuestion } from '../picture/index.ts'
import type { Drawing } from '../protocol.ts'
import type { Service } from '../serve.ts'
import { startService } from './ask-service.ts'
import { byId } from './dom.ts'
import { downloadBytes } from './download.ts'
import { loadScript } from './load-script.ts'

declare global {
  /** picture.js */
  var netglotPicture: () => Service<PictureQuestion>
}

type AskPicture = (question: PictureQuestion) => Promise<string>

export interface PictureEvents {
  /** The picture is wanted, or no more. */
  toggled(): void
  lit(spans: readonly Span[]): void
  opened(span: Span): void
}

/** The picture of the layers, below the rest while it is wanted. What lays it out is large, and loaded when it is wanted first. */
export class Picture {
  private readonly panel = byId('picture', HTMLElement)
  private readonly button = byId('picture-toggle', HTMLButtonElement)
  private readonly host = byId('picture-host', HTMLElement)
  private readonly root: ShadowRoot
  private readonly sheet = new CSSStyleSheet()
  private ask: Promise<AskPicture> | undefined
  private drawing: Drawing | undefined

  constructor(events: PictureEvents) {
    this.root = this.host.attachShadow({ mode: 'open' })
    this.root.adoptedStyleSheets = [this.sheet]
    // It may have to be scrolled, by keys too.
    this.host.tabIndex = 0
    this.host.role = 'region'
    this.host.ariaLabel = 'The devices and what they stand on'
    this.button.addEventListener('click', () => {
      this.panel.hidden = !this.panel.hidden
      this.button.setAttribute('aria-pressed', String(this.wanted))
      events.toggled()
    })
    byId('picture-download', HTMLButtonElement).addEventListener('click', () => void this.download())
    this.host.addEventListener('mousemove', event => events.lit(this.spansAt(event)))
    this.host.addEventListener('mouseleave', () => events.lit([]))
    this.host.addEventListener('click', event => {
      const [span] = this.spansAt(event)
      if (span !== undefined) events.opened(span)
    })
  }

  get wanted(): boolean {
    return !this.panel.hidden
  }

  /** Shows a drawing; what of an earlier one is still being laid out is not shown any more. */
  async show(drawing: Drawing): Promise<void> {
    this.drawing = drawing
    if (drawing.graph === undefined || drawing.graph.nodes.length === 0) {
      this.root.replaceChildren('Nothing to draw yet.')
      return
    }
    const ask = await this.load()
    const text = await ask({ graph: drawing.graph, styled: false, direction: this.host.clientWidth > 800 ? 'right' : undefined })
    if (this.drawing !== drawing) return
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
    this.root.replaceChildren(document.importNode(documentElement, true))
    this.colour()
  }

  /** The style sheet follows the system; the page may have been told otherwise. */
  colour(): void {
    const { theme } = document.documentElement.dataset
    const when = theme === undefined ? '(prefers-color-scheme:dark)' : theme === 'dark' ? ' all' : ' not all'
    const size = ':host{display:block}svg{max-width:100%;height:auto}g.node{cursor:pointer}'
    this.sheet.replaceSync(`${size}${pictureStyle.replace('(prefers-color-scheme:dark)', when)}`)
  }

  private load(): Promise<AskPicture> {
    this.ask ??= loadScript('picture.js').then(() => startService(globalThis.netglotPicture) as AskPicture)
    return this.ask
  }

  private spansAt(event: Event): readonly Span[] {
    const node = event.composedPath().find(element => element instanceof SVGGElement && element.dataset.path !== undefined)
    const span = node instanceof SVGGElement ? this.drawing?.places[node.dataset.path ?? ''] : undefined
    return span === undefined ? [] : [span]
  }

  private async download(): Promise<void> {
    const graph = this.drawing?.graph
    if (graph === undefined) return
    const ask = await this.load()
    downloadBytes('netglot.svg', 'image/svg+xml', new TextEncoder().encode(await ask({ graph })))
  }
}
