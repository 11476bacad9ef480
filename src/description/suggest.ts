/** How many letters must change, go or come to make one word of the other. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}

const plain = (word: string): string => word.toLowerCase().replaceAll(/[_\s-]/g, '')

/** The known word that was most likely meant; undefined when none is near. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 64) return undefined
  const near = known.map(k => ({ k, far: distance(plain(word), plain(k)) })).sort((a, b) => a.far - b.far)[0]
  return near !== undefined && near.far <= Math.max(1, Math.floor(word.length / 3)) ? near.k : undefined
}

/** The known word that is the same but for case, dashes and the like. */
export const sameWord = (word: string, known: readonly string[]): string | undefined => known.find(k => plain(k) === plain(word))

/** The known word that can't but be meant: the same word, or the only one that is a slip away, or two in a long one. */
export function sureWord(word: string, known: readonly string[]): string | undefined {
  if (word.length > 64) return undefined
  const slips = word.length < 4 ? 0 : word.length < 6 ? 1 : 2
  const near = [...new Set(known)].filter(k => distance(plain(k), plain(word)) <= slips)
  return sameWord(word, known) ?? (near.length === 1 ? near[0] : undefined)
}
