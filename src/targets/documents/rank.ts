type Rank = (word: string) => number

/** The places of the words of a vocabulary, which are the same for all files. */
const ranks = new WeakMap<readonly string[], Rank>()

/** The place of a word among those of a vocabulary; words that it does not have come last. */
export function rankIn(order: readonly string[]): Rank {
  const known = ranks.get(order)
  if (known !== undefined) return known
  const places = new Map(order.map((word, i) => [word, i]))
  const rank: Rank = word => places.get(word) ?? order.length
  ranks.set(order, rank)
  return rank
}

/** Sorted by rank. Most are in order already, and to sort takes more than all else of a section. */
export const inOrder = <T>(items: readonly T[], rank: (item: T) => number): readonly T[] =>
  items.length < 2 || isInOrder(items, rank) ? items : [...items].sort((a, b) => rank(a) - rank(b))

const isInOrder = <T>(items: readonly T[], rank: (item: T) => number): boolean => {
  let last = Number.NEGATIVE_INFINITY
  return items.every(item => {
    const before = last
    last = rank(item)
    return before <= last
  })
}
