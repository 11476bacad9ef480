/** One thing that a file says about a device. */
export interface Fact {
  /** The definition's id. */
  readonly device: string
  /** The kind of file, the section and the key: `network/DHCPv4.RouteMetric`. */
  readonly place: string
  readonly value: string
}

/** What the two sides say of one place of one device, without what both say. */
export interface Difference {
  readonly device: string
  readonly place: string
  readonly netplan: readonly string[]
  readonly ours: readonly string[]
}

/** A file as it lies in a root file system. */
export interface TextFile {
  /** Absolute, `/run/systemd/network/10-netplan-eth0.network`. */
  readonly path: string
  readonly content: string
}

const keyOf = ({ device, place }: Fact): string => JSON.stringify([device, place])

const grouped = (facts: readonly Fact[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>()
  for (const fact of facts) groups.set(keyOf(fact), [...(groups.get(keyOf(fact)) ?? []), fact.value])
  return groups
}

/** The items of `a` that `b` does not have as often. */
const without = (a: readonly string[], b: readonly string[]): string[] => {
  const left = [...b]
  return a.filter(item => {
    const at = left.indexOf(item)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Where the two sides, as multisets, say other things. */
export function compare(netplan: readonly Fact[], ours: readonly Fact[]): Difference[] {
  const [theirs, mine] = [grouped(netplan), grouped(ours)]
  return [...new Set([...theirs.keys(), ...mine.keys()])].sort().flatMap(key => {
    const [device = '', place = ''] = JSON.parse(key) as string[]
    const [a, b] = [theirs.get(key) ?? [], mine.get(key) ?? []]
    const difference = { device, place, netplan: without(a, b), ours: without(b, a) }
    return difference.netplan.length + difference.ours.length === 0 ? [] : [difference]
  })
}

/** A difference on one line, as the tests show it. */
export const showDifference = ({ device, place, netplan, ours }: Difference): string =>
  `${device} ${place}: netplan ${show(netplan)}, ours ${show(ours)}`

const show = (values: readonly string[]): string => (values.length === 0 ? 'nothing' : values.map(v => `"${v}"`).join(' '))
