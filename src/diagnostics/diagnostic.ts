import { type Path, showPath } from '../model/leaf.ts'
import { catalogue } from './catalogue/index.ts'
import { type Fix, fixOf, type Step } from './fix.ts'
import type { Severity, Spec } from './spec.ts'

export type Catalogue = typeof catalogue
export type Slug = keyof Catalogue
export type Params<S extends Slug> = Catalogue[S] extends Spec<infer P> ? P : never

/** A stretch of a description file. Lines and columns count from 1; the end is exclusive. */
export interface Span {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Another place that has to do with it. */
export interface Related {
  readonly message: string
  readonly path: string
  readonly span: Span | undefined
}

export interface Diagnostic {
  readonly code: string
  readonly slug: Slug
  readonly severity: Severity
  readonly message: string
  readonly hint: string
  /** The target that it is about; undefined when it is about the description itself. */
  readonly target: string | undefined
  /** The place in the description, as `bridges.br0.mtu`; empty when it has none. */
  readonly path: string
  readonly span: Span | undefined
  readonly related: readonly Related[]
  /** The edit of the description that is certain to be meant; undefined when people have to decide. */
  readonly fix: Fix | undefined
}

/** Where in the description; `key` points at the key and not at its value. */
export interface Place {
  readonly path: Path
  readonly key?: boolean
}

/** A diagnostic whose place is still a path. */
export interface Finding {
  readonly slug: Slug
  readonly severity: Severity
  readonly message: string
  readonly hint: string
  readonly target: string | undefined
  readonly place: Place | undefined
  readonly span: Span | undefined
  readonly related: readonly { readonly message: string; readonly place: Place }[]
  readonly fix: Fix | undefined
}

export interface About {
  readonly target?: string | undefined
  readonly place?: Place | undefined
  /** For faults found before there are paths. */
  readonly span?: Span | undefined
  readonly related?: Finding['related']
  readonly severity?: Severity
  /** Where one edit is certain to be the remedy. */
  readonly fix?: readonly Step[] | undefined
}

/** Builds a finding of the catalogue; TypeScript knows which parameters each slug wants. */
export function finding<S extends Slug>(slug: S, params: Params<S>, about: About = {}): Finding {
  const entry = catalogue[slug] as unknown as Spec<Params<S>>
  return {
    slug,
    severity: about.severity ?? entry.severity,
    message: entry.message(params),
    hint: entry.hint(params),
    target: about.target,
    place: about.place,
    span: about.span,
    related: about.related ?? [],
    fix: about.fix && fixOf(about.fix),
  }
}

/** Finds the stretch of a file for a place of the description. */
export type Locate = (place: Place) => Span | undefined

/** The finding with its places looked up. */
export const located = (f: Finding, locate: Locate): Diagnostic => ({
  code: catalogue[f.slug].code,
  slug: f.slug,
  severity: f.severity,
  message: f.message,
  hint: f.hint,
  target: f.target,
  path: f.place === undefined ? '' : showPath(f.place.path),
  span: f.span ?? (f.place && locate(f.place)),
  related: f.related.map(r => ({ message: r.message, path: showPath(r.place.path), span: locate(r.place) })),
  fix: f.fix,
})
