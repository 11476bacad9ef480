import { isRoute, leavesOf, type StateLeaf } from '../state/leaves.ts'
import { type DefaultThatDiffers, defaultsThatDiffer } from './defaults.ts'
import type { Dump } from './machine.ts'
import type { Pair } from './pair.ts'

/** What a boot of a pair has left. */
export interface Booted {
  readonly pair: Pair
  readonly dump: Dump
}

/** A leaf that is not the same on all stacks of a case. */
export interface Spread extends Omit<StateLeaf, 'value'> {
  readonly case: string
  /** By the names of stacks. */
  readonly values: Readonly<Record<string, string>>
}

/** The leaves that differ between the stacks of each case: what somebody has described is compared with the description, what nobody has described here. */
export const spreadsOf = (all: readonly Booted[]): readonly Spread[] =>
  [...new Set(all.map(({ pair }) => pair.case.name))].flatMap(name =>
    spreadsOfCase(
      name,
      all.filter(({ pair }) => pair.case.name === name),
    ),
  )

const spreadsOfCase = (name: string, all: readonly Booted[]): readonly Spread[] => {
  const stacks = all.map(({ pair }) => pair.stack.name)
  const spreads = new Map<string, { of: StateLeaf; values: Record<string, string> }>()
  for (const { pair, dump } of all) {
    for (const of of leavesOf(pair.described.network, dump.kernel)) {
      const key = `${of.device} ${of.leaf}`
      const spread = spreads.get(key) ?? { of, values: isRoute(of) ? {} : Object.fromEntries(stacks.map(stack => [stack, 'absent'])) }
      spread.values[pair.stack.name] = of.value
      spreads.set(key, spread)
    }
  }
  return [...spreads.values()]
    .filter(({ values }) => new Set(Object.values(values)).size > 1)
    .map(({ of: { device, kind, leaf }, values }) => ({ case: name, device, kind, leaf, values }))
}

/** The explanations that a spread needs; undefined where there are not enough of them. */
export const explanationsOf = ({ kind, leaf, values }: Spread): readonly DefaultThatDiffers[] | undefined => {
  const fitting = defaultsThatDiffer.filter(d => d.leaf.test(leaf) && (d.kinds?.includes(kind) ?? true))
  const of = ([stack, value]: [string, string]): readonly DefaultThatDiffers[] =>
    fitting.filter(d => d.stacks.includes(stack) && d.value.test(value))
  const entries = Object.entries(values)
  const rest = new Set(entries.filter(entry => of(entry).length === 0).map(([, value]) => value))
  return rest.size > 1 ? undefined : entries.filter(([, value]) => !rest.has(value)).flatMap(of)
}

export const showSpread = ({ case: name, device, leaf, values }: Spread): string =>
  `${name}: ${device}: ${leaf} is ${[...new Set(Object.values(values))]
    .map(
      value =>
        `${value} on ${Object.keys(values)
          .filter(stack => values[stack] === value)
          .join(', ')}`,
    )
    .join('; ')}`
