/** Compares versions by their numbers: 0.106 is newer than 0.99. */
export function newerOrSame(version: string, than: string): boolean {
  if (version === than) return true
  const [a, b] = [numbersIn(version), numbersIn(than)]
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    if (x !== y) return x > y
  }
  return true
}

const numbersIn = (version: string): readonly number[] => (version.match(/\d+/g) ?? []).map(Number)

/** What a version is spelled like: `wicked-` and numbers for wicked-0.6, numbers for all others. */
const shapeOf = (known: string): RegExp => new RegExp(`^${/^\D*/.exec(known)?.[0] ?? ''}\\d{1,6}(?:\\.\\d{1,6}){0,3}$`)

/** The newest known version that is not newer than the wanted one: its files hold there too. `known` begins with the oldest. */
export const assumedVersion = (wanted: string, known: readonly string[]): string | undefined =>
  shapeOf(known[0] ?? '').test(wanted) ? known.filter(version => newerOrSame(wanted, version)).at(-1) : undefined
