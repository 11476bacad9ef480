/** The places of the words of a vocabulary, which are the same for all files. */
const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

/** The place of a word among those of a vocabulary; words that it does not have come last. */
export const rankIn = (order: readonly string[]): ((word: string) => number) => {
  const known = places.get(order) ?? new Map(order.map((word, i) => [word, i]))
  places.set(order, known)
  return word => known.get(word) ?? order.length
}

/** Sorted by rank. Most are in order already, and to sort takes more than all else of a section. */
export const inOrder = <T>(items: readonly T[], rank: (item: T) => number): readonly T[] =>
  isInOrder(items, rank) ? items : [...items].sort((a, b) => rank(a) - rank(b))

const isInOrder = <T>(items: readonly T[], rank: (item: T) => number): boolean => {
  let last = Number.NEGATIVE_INFINITY
  for (const item of items) {
    const next = rank(item)
    if (next < last) return false
    last = next
  }
  return true
}
