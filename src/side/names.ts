import type { Network } from '../model/network.ts'

/** Ids may hold any visible character; in a file name only these stand. Different ids get different names. */
export function fileName(id: string, network: Network): string {
  const safe = safeName(id)
  const twins = network.links.map(link => link.id).filter(other => safeName(other) === safe)
  const rank = twins.indexOf(id)
  return rank > 0 ? `${safe}-${rank + 1}` : safe
}

const safeName = (id: string): string =>
  id
    .replaceAll(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^\./, '_')
    .slice(0, 64)
