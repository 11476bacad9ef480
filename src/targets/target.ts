import type { Leaf } from '../model/leaf.ts'
import type { Globals, Link, LinkKind, Network } from '../model/network.ts'
import type { Context } from './context.ts'
import type { Reason, Receipt } from './ledger.ts'
import type { LostKind } from './lost-kind.ts'

/** Where a handler is: the target's context, and the link whose table is walked. */
export interface At<R, D> {
  readonly context: Context<R, D>
  readonly link: Link
}

/** How a target treats one field of the model: it puts the leaf into a document, loses it, or says why it needs no line. */
export type Handler<T, D, A> = (leaf: Leaf<T>, docs: D, at: A) => Receipt

declare const nestedBrand: unique symbol

/** How a target treats a node inside a node, such as a route. Only `nested` makes one, and it demands a full table. */
export interface Nested<N, D, A> {
  readonly [nestedBrand]: N
  run(node: N, docs: D, at: A): void
}

/** Facts about a node that are no leaves: nothing of the description is lost with them. */
type Facts = 'kind' | 'id' | 'controller' | 'vrf' | 'family' | 'technology'
type Item<V> = V extends readonly (infer U)[] ? U : V
type FieldOf<V, D, A> = [V] extends [Leaf<infer T>] ? Handler<T, D, A> : Nested<V, D, A>

/** A table: every field of the node must appear, and none may be added. */
export type Fields<N, D, A> = { readonly [K in Exclude<keyof N, Facts>]-?: FieldOf<Item<NonNullable<N[K]>>, D, A> }

/** A table for each kind of link that the target can have. */
export type LinkTable<R, D> = { readonly [K in LinkKind]: Fields<Extract<Link, { kind: K }>, D, At<R, D>> | LostKind }

/** One system's way to configure a network. */
export interface Target<R, D> {
  readonly id: string
  readonly title: string
  /** What the target is spelled with, the default first: the oldest, since one unknown key can cost a whole file. */
  readonly versions: readonly string[]
  /** Versions before those, the oldest first: nothing of theirs reads our files in the tests, and `since` keeps from them what they do not know. */
  readonly older?: readonly string[]
  /** What `versions` are versions of, and where they are found: shown by `netglot targets`. */
  readonly about: string
  /** The paths of the system's own network configuration; all other files are beside it. */
  readonly native: RegExp
  /** The lines there that run a command. */
  readonly commands?: RegExp
  /** Makes the documents that belong to no link. */
  start(context: Context<R, D>): R
  /** Makes the documents of one link. Called for all links before any table is walked. */
  open(link: Link, context: Context<R, D>): D
  readonly globals: Fields<Globals, R, Context<R, D>>
  readonly links: LinkTable<R, D>
  /** Why the target can't have this link at all, though it can have others of its kind. */
  impossible?(link: Link, context: Context<R, D>): Reason | undefined
  /** What follows from the network as a whole: services, packages, commands, notes. Called after all tables were walked. */
  finish(context: Context<R, D>): void
}

/** A target whose documents only it knows; the registry holds these. */
export interface AnyTarget {
  readonly id: string
  readonly title: string
  readonly versions: readonly string[]
  readonly older: readonly string[] | undefined
  readonly about: string
  readonly native: RegExp
  readonly commands: RegExp | undefined
  /** Walks the network and leaves documents, losses and notes in the context. */
  place(makeContext: <R, D>(network: Network) => Context<R, D>, network: Network): Context<unknown, unknown>
}

/** The reasons of a table that lacks a field, so that tables read as tables: `absent('it has no such option', 'set it by hand')`. */
export const absent = (why: string, remedy: string): Reason => ({ class: 'absent', why, remedy })
export const value = (why: string, remedy: string): Reason => ({ class: 'value', why, remedy })
export const version = (why: string, remedy: string): Reason => ({ class: 'version', why, remedy })
export const conflict = (why: string, remedy: string): Reason => ({ class: 'conflict', why, remedy })
export const approximate = (why: string, remedy: string): Reason => ({ class: 'approximate', why, remedy })
