import type { Params, Slug } from '../diagnostics/diagnostic.ts'
import type { Report } from '../diagnostics/report.ts'
import type { Leaf, Path } from '../model/leaf.ts'
import { type Link, linkOf, type Network, sections } from '../model/network.ts'
import { Answer } from './answer.ts'
import type { Distribution } from './distributions/distribution.ts'
import type { Document } from './documents/document.ts'
import type { Ledger, Receipt } from './ledger.ts'
import { newerOrSame } from './version.ts'

/** The numbers of users and groups on the machine that the files are for. */
export interface Accounts {
  readonly users: Readonly<Record<string, number>>
  readonly groups: Readonly<Record<string, number>>
}

/** What the caller decides for all targets. */
export interface TargetOptions {
  readonly accounts: Accounts
  /** Whether files may change the whole machine, and not only the described devices. */
  readonly machineWide: boolean
}

/** A target with the version that is assumed. */
export interface Spelling {
  readonly target: string
  readonly version: string
  /** The known version whose files are written: 252 for 254. */
  readonly assumed: string
  /** As it was asked for, with the version: `networkd@252`, `debian-12`. */
  readonly name: string
  /** With the stack that a distribution stands for: `debian-12 (ifupdown@0.8.41)`. */
  readonly text: string
  readonly distribution: Distribution | undefined
  /** The versions of the target that are told apart, the oldest first. */
  readonly known: readonly string[]
  /** The stacks among which `auto` divides the network; none for a target that is a stack itself. */
  readonly stacks: readonly Spelling[]
}

/** What versions were asked for of a spelling, which is the same for all hosts of a fleet: the code knows a few. */
const since = new WeakMap<Spelling, Map<string, boolean>>()

/** What the contexts of one answer have in common. */
export type Gathered = Pick<Context<unknown, unknown>, 'answer' | 'documents' | 'owners'>

/** What all handlers of a target share while one network is rendered. `R`: the target's own documents that belong to no link; `D`: those of one link. */
export class Context<R, D> {
  readonly spelling: Spelling
  readonly network: Network
  readonly options: TargetOptions
  readonly ledger: Ledger
  readonly report: Report
  readonly answer: Answer
  readonly documents: Document[]
  /** The ids of the links whose documents were made for them alone. */
  readonly owners: Map<Document, string>
  private readonly byLink = new Map<string, D>()
  private own: { readonly root: R } | undefined
  private current: string | undefined

  /** `gathered`: what other stacks of the same answer have made already. */
  constructor(spelling: Spelling, network: Network, options: TargetOptions, ledger: Ledger, report: Report, gathered?: Gathered) {
    this.answer = gathered?.answer ?? new Answer()
    this.documents = gathered?.documents ?? []
    this.owners = gathered?.owners ?? new Map()
    this.spelling = spelling
    this.network = network
    this.options = options
    this.ledger = ledger
    this.report = report
  }

  /** Registers a document for printing; an empty one leaves no file. It is that of the link, or of the one whose turn it is. */
  add<T extends Document>(document: T, link?: Link): T {
    this.documents.push(document)
    const owner = link?.id ?? this.current
    if (owner !== undefined) this.owners.set(document, owner)
    return document
  }

  /** Does what concerns one link: documents that are made meanwhile are its own. */
  during<T>(link: Link, act: () => T): T {
    this.current = link.id
    const result = act()
    this.current = undefined
    return result
  }

  set root(root: R) {
    this.own = { root }
  }

  get root(): R {
    if (this.own === undefined) throw new Error('the target has not started yet')
    return this.own.root
  }

  keep(id: string, docs: D): void {
    this.byLink.set(id, docs)
  }

  /** The documents of a link, for leaves that are written in another link's file. */
  docs(id: string): D {
    const docs = this.byLink.get(id)
    if (docs === undefined) throw new Error(`no documents for ${id}`)
    return docs
  }

  link(id: string): Link {
    return linkOf(this.network, id)
  }

  /** Whether the version is that one or newer: `at.since('257')`. */
  since(version: string): boolean {
    const known = since.get(this.spelling) ?? new Map<string, boolean>()
    const before = known.get(version)
    if (before !== undefined) return before
    const found = newerOrSame(this.spelling.assumed, version)
    since.set(this.spelling, known.set(version, found))
    return found
  }

  /** Whether the machine's systemd, or the NetworkManager behind netplan, may be older than that: only a distribution tells. */
  olderThan(version: string, program: 'systemd' | 'networkmanager' = 'systemd'): boolean {
    const found = this.spelling.distribution?.[program]
    return found !== undefined && !newerOrSame(found, version)
  }

  /** Tells the user something about a link on this target. */
  note<S extends Slug>(slug: S, params: Params<S>, link?: Link): void {
    const path = link === undefined ? undefined : pathOf(link)
    this.report.add(slug, params, { target: this.spelling.text, place: path && { path, key: true } })
  }

  /** The number of a user or a group; undefined when nothing tells it. */
  account(kind: 'user' | 'group', name: string): number | undefined {
    if (/^\d+$/.test(name)) return Number(name)
    if (name === 'root') return 0
    const numbers = kind === 'user' ? this.options.accounts.users : this.options.accounts.groups
    return Object.hasOwn(numbers, name) ? numbers[name] : undefined
  }

  /** The loss of an account whose number nothing tells. */
  unknownAccount(kind: 'user' | 'group', leaf: Leaf<string>): Receipt {
    const why = `it wants a number, and nothing tells the number of ${kind} ${leaf.value}`
    const option = `--${kind} ${leaf.value}=NUMBER`
    const remedy = `give --accounts DIR with the machine’s etc/passwd and etc/group, or ${option}, or write the number in the description`
    return this.ledger.lose(leaf, { class: 'value', why, remedy })
  }
}

/** Where a link is defined. */
export const pathOf = (link: Link): Path => [sections[link.kind], link.id]
