import type { Report } from '../diagnostics/report.ts'
import { type Path, showPath } from '../model/leaf.ts'
import type { PrintedFile } from '../print/print.ts'
import type { Ledger } from './ledger.ts'
import { PathTree } from './path-tree.ts'
import type { Job } from './render-target.ts'

/** What became of the leaves of a description. */
interface Accounts {
  readonly files: readonly PrintedFile[]
  readonly ledgers: readonly Ledger[]
}

/** Reports the leaves that a target forgot, which it neither printed nor lost nor implied: a fault of ours, found before the user finds it. */
export function refuseForgotten(accounts: Accounts, { leaves, telling, network }: Job, target: string, report: Report): boolean {
  const left = new PathTree(leaves)
  crossOff(left, accounts)
  if (left.size === 0) return false
  for (const { origins } of network.noEffect) for (const path of origins) left.delete(path)
  const forgotten = telling(left.paths)
  for (const path of forgotten) report.add('leaf-unaccounted', { target, path: showPath(path) }, { target, place: { path } })
  return forgotten.length > 0
}

const crossOff = (left: PathTree, { files, ledgers }: Accounts): void => {
  const cross = (path: Path): void => left.delete(path)
  const crossAll = ({ origins }: { readonly origins: readonly Path[] }): void => origins.forEach(cross)
  for (const { lines } of files) lines.forEach(crossAll)
  for (const { implied, losses } of ledgers) {
    for (const { path } of implied) left.delete(path)
    for (const { leaf } of losses) crossAll(leaf)
  }
}
