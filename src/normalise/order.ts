import { type Link, neededBy } from '../model/network.ts'

/** The links in the order in which they can be made: each after those it needs, else as they come. */
export function inOrder(links: readonly Link[]): readonly Link[] {
  const ordered: Link[] = []
  const byId = new Map<string, Link>()
  for (const link of links) byId.set(link.id, link)
  const seen = new Set<string>()
  const take = (link: Link): void => {
    if (seen.has(link.id)) return
    seen.add(link.id)
    for (const id of neededBy(link)) {
      const lower = byId.get(id)
      if (lower !== undefined) take(lower)
    }
    ordered.push(link)
  }
  for (const link of links) take(link)
  return ordered
}
