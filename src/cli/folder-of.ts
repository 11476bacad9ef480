import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { TargetAnswer } from '../targets/render-target.ts'

/** Where an answer is written: below the root itself, or below a folder of its own beside other answers. */
export const folderOf = (answer: TargetAnswer, answers: readonly TargetAnswer[], root: string): string =>
  answers.length === 1 ? root : join(root, nameOf(answer, answers))

type Named = Pick<TargetAnswer, 'name'>

/** The name that was asked for; with its version when two versions of it were. */
export const nameOf = ({ name }: Named, answers: readonly Named[]): string => {
  const bare = (full: string): string => full.replace(/@.*/, '')
  return answers.filter(answer => bare(answer.name) === bare(name)).length > 1 ? name : bare(name)
}

/** Whether files below that folder are this machine's own: those of several targets below / are not. */
export const isThisMachine = (folder: string): boolean => realpathSync(folder) === '/'
