import type { TargetAnswer } from '../targets/render-target.ts'
import { manifestPath } from './manifest-path.ts'
import { obstaclesOf } from './needs.ts'
import { quoted } from './shell-word.ts'

/**
 * The lines of a script that is run in an image after its tree was copied: git keeps no more of a mode than the x, and neither mkosi nor kiwi
 * keeps an owner. The manifest of what was written came with the tree.
 */
export const imageScript = ({ files, ...answer }: TargetAnswer): readonly string[] => [
  ...obstaclesOf({ files, ...answer }).map(({ path }) => `rm -f ${quoted(path)}`),
  ...files.map(({ path, mode, owner, group }) => `chown ${owner}:${group} ${quoted(path)} && chmod ${mode} ${quoted(path)}`),
  ...(files.length === 0 ? [] : [`chown root:root ${manifestPath(answer.target)} && chmod 0600 ${manifestPath(answer.target)}`]),
]
