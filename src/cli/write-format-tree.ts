import { dirname } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TreeFormat } from '../formats/format.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { planBeside } from './beside-plan.ts'
import { filesInTheWay } from './in-the-way.ts'
import { type FileChanges, joined, noChanges } from './root/file-changes.ts'
import { planChanges } from './root/plan-json.ts'
import { below } from './safe-path.ts'
import { writeBeside } from './write-beside.ts'
import { trouble, type WriteOptions, writeRoot } from './write-root.ts'

export interface TreeWritten {
  readonly changes: FileChanges
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes the tree of a format: the files below its root as below any root, then what stands beside it. */
export function writeFormatTree(answer: TargetAnswer, format: TreeFormat, folder: string, options: WriteOptions): TreeWritten {
  try {
    const beside = planBeside(format, format.beside(answer), folder, options.force)
    if (beside.stays.length > 0) return { changes: noChanges, diagnostics: filesInTheWay(beside.stays, answer.text) }
    const root = rootIn(folder, format)
    const { plan, diagnostics } = writeRoot(ofRoot(answer), root, options, transaction => writeBeside(beside, transaction))
    if (plan === undefined) return { changes: noChanges, diagnostics }
    // Whose the files are is told to the image.
    return { changes: joined(planChanges(plan), beside.told), diagnostics: [] }
  } catch (error) {
    return { changes: noChanges, diagnostics: [trouble('file-unwritable', error, folder, answer.text)] }
  }
}

/** Where the root of the system is; a symbolic link there is followed unless it leads out of the folder. */
const rootIn = (folder: string, { root }: TreeFormat): string => dirname(below(folder, `/${root}/etc`))

/** In a tree all belong to whoever builds the image. */
const ofRoot = (answer: TargetAnswer): TargetAnswer => ({
  ...answer,
  files: answer.files.map(file => ({ ...file, owner: 'root', group: 'root' })),
})
