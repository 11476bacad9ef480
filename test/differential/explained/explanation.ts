import type { Difference } from '../semantic.ts'

/** Where a difference was found. */
export interface Where {
  readonly target: 'networkd' | 'networkmanager'
  /** The release of netplan. */
  readonly release: string
  /** The description's name in the corpus. */
  readonly entry: string
  /** All that netplan and we say of the device, as `PLACE=VALUE` lines. */
  readonly netplan: readonly string[]
  readonly ours: readonly string[]
}

/**
 * Why a difference is right. It holds where all that is given matches; each side's values are joined by ` | `, and nothing is the empty text.
 */
export interface Explanation {
  /** What netplan does, what we do, and why. */
  readonly why: string
  /** The heading of docs/netplan-differences.md that tells users of it. */
  readonly section: string
  readonly target: Where['target']
  readonly release?: RegExp
  readonly place: RegExp
  readonly netplan: RegExp
  readonly ours: RegExp
  readonly when?: (where: Where, difference: Difference) => boolean
}

const joined = (values: readonly string[]): string => values.join(' | ')

/** Whether the explanation is for that difference. */
export const explains = (e: Explanation, difference: Difference, where: Where): boolean =>
  e.target === where.target &&
  (e.release?.test(where.release) ?? true) &&
  e.place.test(difference.place) &&
  e.netplan.test(joined(difference.netplan)) &&
  e.ours.test(joined(difference.ours)) &&
  (e.when?.(where, difference) ?? true)

/** The text of a side that says nothing. */
export const nothing = /^$/

/** Holds where that side says the line, `PLACE=VALUE`, of the device. */
export const says =
  (side: 'netplan' | 'ours', line: string) =>
  (where: Where): boolean =>
    where[side].includes(line)
