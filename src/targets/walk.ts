import { Leaf } from '../model/leaf.ts'
import { leavesOf } from '../model/leaves.ts'
import type { Link } from '../model/network.ts'
import type { Context } from './context.ts'
import type { Ledger } from './ledger.ts'
import { possibleIn, reasonOf } from './lost-kind.ts'
import type { AnyTarget, At, Fields, Handler, Nested, Target } from './target.ts'
import { Inexpressible } from './text.ts'

type AnyField = Handler<unknown, unknown, unknown> | Nested<unknown, unknown, unknown>

/** Walks a node with its table: no field of it can be skipped. */
export function walk<N extends object, D, A>(node: N, table: Fields<N, D, A>, docs: D, at: A, ledger: Ledger): void {
  const { names, fields } = rowsOf(table)
  for (let row = 0; row < names.length; row++) {
    const name = names[row] as string
    const value = (node as Readonly<Record<string, unknown>>)[name]
    if (value === undefined) continue
    const field = fields[row] as AnyField
    if (!Array.isArray(value)) step(name, field, value, docs, at, ledger)
    else for (let i = 0; i < value.length; i++) step(name, field, value[i], docs, at, ledger)
  }
}

/** A table as two lists: pairs would be taken apart anew for each link. */
interface Rows {
  readonly names: readonly string[]
  readonly fields: readonly AnyField[]
}

/** The rows of each table, which lives as long as its target. */
const rows = new WeakMap<object, Rows>()

const rowsOf = (table: object): Rows => {
  const known = rows.get(table)
  if (known !== undefined) return known
  const found = { names: Object.keys(table), fields: Object.values(table) as AnyField[] }
  rows.set(table, found)
  return found
}

const step = (name: string, field: AnyField, item: unknown, docs: unknown, at: unknown, ledger: Ledger): void => {
  ledger.field = name
  try {
    if (typeof field === 'function') handle(field, item, docs, at, ledger)
    else field.run(item, docs, at)
  } catch (error) {
    if (!(error instanceof Inexpressible)) throw error
    // A value that the file can't hold is a loss; of a node that can't be had the defaults are no matter.
    const leaves = item instanceof Leaf ? [item] : leavesOf(item).filter(leaf => leaf.written)
    for (const leaf of leaves) ledger.lose(leaf, { class: 'value', why: error.message, remedy: error.remedy })
  }
}

const handle = (field: Handler<unknown, unknown, unknown>, leaf: unknown, docs: unknown, at: unknown, ledger: Ledger): void => {
  if (!(leaf instanceof Leaf)) throw new Error(`${ledger.field} holds no leaf`)
  const receipt = field(leaf, docs, at)
  if (receipt.origins === leaf.origins) return
  const isOther = leaf.origins.some(path => !receipt.origins.includes(path))
  if (isOther) throw new Error(`the receipt for ${ledger.field} is for another leaf`)
}

/** Makes a target out of its tables: the core walks the network, and so the target can't forget a link or a field. */
export function defineTarget<R, D>(target: Target<R, D>): AnyTarget {
  const { id, title, versions, older, about, native, commands } = target
  return {
    id,
    title,
    versions,
    older,
    about,
    native,
    commands,
    place(makeContext, whole) {
      const asked = makeContext<R, D>(whole)
      const { network, losses } = possibleIn(whole, link => reasonOf(target.links[link.kind]) ?? target.impossible?.(link, asked))
      const context = makeContext<R, D>(network)
      for (const { leaf, reason } of losses) context.ledger.lose(leaf, reason)
      context.root = target.start(context)
      walk(network.globals, target.globals, context.root, context, context.ledger)
      for (const link of network.links)
        context.keep(
          link.id,
          context.during(link, () => target.open(link, context)),
        )
      for (const link of network.links) context.during(link, () => placeLink(target, link, context))
      target.finish(context)
      return context as Context<unknown, unknown>
    },
  }
}

const placeLink = <R, D>(target: Target<R, D>, link: Link, context: Context<R, D>): void => {
  const table = target.links[link.kind] as Fields<Link, D, At<R, D>>
  walk(link, table, context.docs(link.id), { context, link }, context.ledger)
}
