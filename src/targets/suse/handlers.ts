import type { Leaf } from '../../model/leaf.ts'
import { leavesOf } from '../../model/leaves.ts'
import { namelessReason } from '../../side/side.ts'
import type { Codec } from '../codec.ts'
import type { Receipt } from '../ledger.ts'
import type { At, Handler, Nested } from '../target.ts'
import { conflict } from '../target.ts'
import type { Docs } from './documents.ts'
import type { Variable } from './keys.ts'

export type SuseAt = At<undefined, Docs>
export type SuseHandler<T> = Handler<T, Docs, SuseAt>

/** A line of the ifcfg file. */
export const variable =
  <T>(name: Variable, codec: Codec<T, 'ifcfg'>): SuseHandler<T> =>
  (leaf, docs) =>
    docs.ifcfg.variables.set(name, codec.print(leaf.value), leaf)

/** A setting of the kernel: a line of the sysctl.d file, which wicked reads too (client/suse/ifsysctl.c). */
export const sysctl =
  (family: 'ipv4' | 'ipv6', key: string): SuseHandler<boolean> =>
  (leaf, docs) =>
    docs.side.sysctl(family, key, leaf.value ? 1 : 0, leaf)

type Field = Handler<never, never, never> | Nested<never, never, never>

/** Wraps every field of a table, so that each leaf first meets `guard`; where that gives a receipt, the field never sees the leaf. */
export const guarded = <F extends object>(fields: F, guard: (leaf: Leaf<unknown>, at: SuseAt) => Receipt | undefined): F =>
  Object.fromEntries(Object.entries(fields).map(([name, field]: [string, Field]) => [name, guardedField(field, guard)])) as F

const guardedField = (field: Field, guard: (leaf: Leaf<unknown>, at: SuseAt) => Receipt | undefined): unknown => {
  if (typeof field === 'function') {
    const handle = field as unknown as SuseHandler<unknown>
    return (leaf: Leaf<unknown>, docs: Docs, at: SuseAt) => guard(leaf, at) ?? handle(leaf, docs, at)
  }
  const { run } = field as unknown as { run(node: unknown, docs: Docs, at: SuseAt): void }
  return {
    run(node: unknown, docs: Docs, at: SuseAt): void {
      const receipts = leavesOf(node).map(leaf => guard(leaf, at))
      if (receipts.every(receipt => receipt === undefined)) run(node, docs, at)
    },
  }
}

/** wicked's files carry the name of the interface: of a device that only `match` tells, all is lost. */
export const named = <F extends object>(fields: F): F =>
  guarded(fields, (leaf, { link, context }) => {
    if (link.interface !== undefined) return undefined
    return leaf.written ? context.ledger.lose(leaf, namelessReason) : context.ledger.imply(leaf, 'there is no file for the device')
  })

/** What wicked passes over without a word on a port of a bridge (client/suse/compat-suse.c, ni_suse_ifcfg_add_l2_port). */
export const notOnPorts = <F extends object>(fields: F): F =>
  guarded(fields, (leaf, { link, context }) =>
    link.controller === undefined
      ? undefined
      : context.ledger.lose(leaf, conflict(`wicked gives a port no addresses and routes`, `move it to ${link.controller}`)),
  )
