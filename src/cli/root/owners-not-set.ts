import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { found } from '../found.ts'
import type { Plan } from './plan.ts'
import { isRoot } from './wanted.ts'

/** The files that belong to whoever ran netglot and not to whom they should, by their owner. */
export function ownersNotSet({ answer, placed }: Plan): readonly Diagnostic[] {
  if (isRoot()) return []
  const files = placed.flatMap(({ wanted }) => ('file' in wanted ? [wanted.file] : []))
  const byOwner = new Map<string, string[]>()
  for (const { path, owner, group } of files) byOwner.set(`${owner}:${group}`, [...(byOwner.get(`${owner}:${group}`) ?? []), path])
  return [...byOwner].map(([owner, paths]) => found('owner-not-set', { owner, files: paths.join(', ') }, { target: answer.text }))
}
