import type { Leaf } from '../model/leaf.ts'
import type { Context } from './context.ts'
import type { Reason, Receipt } from './ledger.ts'
import type { At, Fields, Handler, Nested } from './target.ts'
import { newerOrSame } from './version.ts'
import { walk } from './walk.ts'

type InLink<R, D> = At<R, D>

/** A node inside a node, at any depth (`D`: the documents of the node, `LD`: those of the link): `open` makes what its leaves are put into, `close` is called after the last of them. */
export const nested = <N extends object, R, D, S, LD = D>(
  open: (docs: D, node: N, at: InLink<R, LD>) => S,
  table: Fields<N, S, InLink<R, LD>>,
  close: (opened: S, docs: D, node: N, at: InLink<R, LD>) => void = () => {},
): Nested<N, D, InLink<R, LD>> =>
  ({
    run(node: N, docs: D, at: InLink<R, LD>): void {
      const opened = open(docs, node, at)
      walk(node, table, opened, at, at.context.ledger)
      close(opened, docs, node, at)
    },
  }) as Nested<N, D, InLink<R, LD>>

/** Several ways to treat a node inside a node, by its place. */
export const nestedBy = <N extends object, D, A>(way: (at: A) => Nested<N, D, A>): Nested<N, D, A> =>
  ({ run: (node: N, docs: D, at: A): void => way(at).run(node, docs, at) }) as Nested<N, D, A>

/** The target can't have the field at all. */
export const lost =
  <D, R, LD>(reason: Reason): Handler<unknown, D, InLink<R, LD>> =>
  (leaf, _docs, at) =>
    at.context.ledger.lose(leaf, reason)

/** The field needs no line of its own. */
export const implied =
  <D, R, LD>(why: string): Handler<unknown, D, InLink<R, LD>> =>
  (leaf, _docs, at) =>
    at.context.ledger.imply(leaf, why)

/** Two ways to treat a field, by its value and its place. */
export const when =
  <T, D, A>(test: (leaf: Leaf<T>, at: A) => boolean, yes: Handler<T, D, A>, no: Handler<T, D, A>): Handler<T, D, A> =>
  (leaf, docs, at) =>
    test(leaf, at) ? yes(leaf, docs, at) : no(leaf, docs, at)

/** A default that the target has of itself: only what the description says is written. */
export const written =
  <T, D, R, LD>(handler: Handler<T, D, InLink<R, LD>>, why = 'the target does so of itself'): Handler<T, D, InLink<R, LD>> =>
  (leaf, docs, at) =>
    leaf.written ? handler(leaf, docs, at) : at.context.ledger.imply(leaf, why)

/** A field that newer versions can write; older ones lose it with the spelling to use. */
export const since =
  <T, D, R, LD>(first: string, handler: Handler<T, D, InLink<R, LD>>, what: string): Handler<T, D, InLink<R, LD>> =>
  (leaf, docs, at) =>
    at.context.since(first) ? handler(leaf, docs, at) : tooOld(leaf, first, what, at.context)

const tooOld = <R, LD>(leaf: Leaf<unknown>, first: string, what: string, context: Context<R, LD>): Receipt => {
  const { target, known } = context.spelling
  const written = known.find(version => newerOrSame(version, first)) ?? first
  return context.ledger.lose(leaf, {
    class: 'version',
    why: `${what} came with ${first}`,
    remedy: `render for ${target}@${written} if the machine has it`,
  })
}
