import type { Family } from '../../model/address.ts'
import type { Leaf } from '../../model/leaf.ts'
import type { Address, Link } from '../../model/network.ts'
import { namelessReason } from '../../side/side.ts'
import { type Piece, piece } from '../documents/document.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import { Inexpressible } from '../text.ts'
import type { Dialect } from './dialect.ts'
import { word } from './format.ts'
import { type Above, type Head, Stanza, type StanzaFamily, type StanzaView } from './stanza.ts'

/** A stanza of the plan, with the addresses that it is for. */
export interface PlannedStanza extends Head {
  readonly addresses?: readonly Address[]
}

/** When a link is brought up: at boot, when udev sees it, or only by hand. */
export type Start = 'auto' | 'allow-hotplug' | ''

const familyOf = (family: Family): StanzaFamily => (family === 4 ? 'inet' : 'inet6')

/** The stanzas of one link, in the order in which ifupdown goes through them. */
export class LinkStanzas {
  readonly link: Link
  /** Lines of comment above the first stanza. */
  readonly comments: string[] = []
  /** The families that have a `gateway` line. */
  readonly gateways = new Set<Family>()
  start: Start = 'auto'
  private kept: Piece | undefined
  private readonly all: Stanza[] = []
  private readonly ledger: Ledger
  /** None where no stanza is for an address. */
  private byAddress: Map<Address, Stanza> | undefined

  constructor(link: Link, plan: readonly PlannedStanza[], ledger: Ledger, dialect: Dialect) {
    this.link = link
    this.ledger = ledger
    const name = link.interface
    if (name === undefined) return
    const own = piece(word.print(name.value), name)
    for (const head of plan) this.open(new Stanza(head, own, ledger, dialect), head.addresses)
  }

  private open(stanza: Stanza, addresses: readonly Address[] = []): void {
    this.all.push(stanza)
    if (addresses.length > 0) this.byAddress ??= new Map()
    for (const address of addresses) this.byAddress?.set(address, stanza)
  }

  /** Keeps the interface up when all are taken down; classic ifupdown only. */
  keep(leaf: Leaf<unknown>): Receipt {
    this.kept = piece(word.print(`no-auto-down ${this.link.interface?.value ?? ''}`), leaf)
    return this.ledger.placed(leaf)
  }

  /** Where the settings of the device itself stand. Throws Inexpressible for a device whose name nothing tells. */
  get first(): Stanza {
    this.refuseNameless()
    return this.all[0] as Stanza
  }

  /** Throws Inexpressible when nothing tells the kernel's name of the device: a stanza needs one. */
  refuseNameless(): void {
    if (this.all.length === 0) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  }

  get last(): Stanza {
    return this.all.at(-1) ?? this.first
  }

  /** The stanza of an address; undefined when the plan has none for it. */
  forAddress(address: Address): Stanza | undefined {
    return this.byAddress?.get(address)
  }

  /** The first stanza of a family with that method. */
  find(family: Family, method: Head['method']): Stanza | undefined {
    return this.all.find(stanza => stanza.family === familyOf(family) && stanza.method === method)
  }

  /** Where the addresses of a family are all set: its last static stanza, else its DHCP, else the last one. */
  settled(family: Family): Stanza {
    const own = this.all.filter(stanza => stanza.family === familyOf(family))
    return own.findLast(stanza => stanza.method === 'static') ?? own.at(-1) ?? this.last
  }

  /** Whether some stanza asks a DHCP server. */
  get asksDhcp(): boolean {
    return this.all.some(stanza => stanza.method === 'dhcp')
  }

  /** Whether this is the stanza of lo that every file has. */
  get isLoopback(): boolean {
    return this.all.some(stanza => stanza.method === 'loopback')
  }

  get bare(): boolean {
    return this.all.every(stanza => stanza.bare)
  }

  /** Adds its stanzas to those before them; an empty line is between any two, and above the first where `apart` says so. */
  addViews(views: StanzaView[], apart: boolean): void {
    for (const stanza of this.all) views.push(stanza.view(stanza === this.all[0] ? this.above() : nothing, apart || views.length > 0))
  }

  private above(): Above {
    const name = this.link.interface
    const start = name === undefined || this.start === '' ? '' : piece(word.print(`${this.start} ${name.value}`), name)
    return { comments: this.comments, start, keep: this.kept ?? '' }
  }
}

const nothing: Above = { comments: [], start: '', keep: '' }
