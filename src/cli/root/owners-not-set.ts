import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { found } from '../found.ts'
import { isRoot, type Wanted } from './wanted.ts'

interface Placed {
  readonly answer: TargetAnswer
  readonly placed: readonly { readonly wanted: Wanted }[]
}

/** The files that belong to whoever ran netglot and not to whom they should, by their owner. */
export function ownersNotSet({ answer, placed }: Placed): readonly Diagnostic[] {
  if (isRoot()) return []
  const files = placed.flatMap(({ wanted }) => ('file' in wanted ? [wanted.file] : []))
  const byOwner = new Map<string, string[]>()
  for (const { path, owner, group } of files) byOwner.set(`${owner}:${group}`, [...(byOwner.get(`${owner}:${group}`) ?? []), path])
  return [...byOwner].map(([owner, paths]) => found('owner-not-set', { owner, files: paths.join(', ') }, { target: answer.text }))
}
