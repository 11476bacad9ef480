import type { Document } from '../documents/document.ts'
import type { Dialect } from './dialect.ts'
import type { LinkStanzas } from './link-stanzas.ts'
import type { StanzaView } from './stanza.ts'

/** /etc/network/interfaces as a whole: netglot owns it, since a stanza that stayed in it would still run. */
export class InterfacesDocument implements Document {
  readonly path = '/etc/network/interfaces'
  readonly template = 'interfaces/stanzas'
  readonly mode = '0644'
  readonly secretMode = '0600'
  readonly owner = 'root'
  readonly group = 'root'
  readonly comments: string[] = []
  readonly comment: (line: string) => string
  private readonly links: LinkStanzas[] = []

  private readonly sourcesFolder: boolean

  constructor({ comment, sourcesFolder }: Dialect) {
    this.comment = comment
    this.sourcesFolder = sourcesFolder
  }

  /** The stanzas of a link, after those of the links before it: ifupdown brings them up in the order of the file. */
  add(link: LinkStanzas): void {
    this.links.push(link)
  }

  get empty(): boolean {
    return this.links.length === 0
  }

  view(header: readonly string[]): object {
    const loopback = !this.links.some(link => link.isLoopback)
    const stanzas: StanzaView[] = []
    for (const link of this.links) link.addViews(stanzas, loopback)
    return { header, source: this.sourcesFolder, loopback, stanzas }
  }
}
