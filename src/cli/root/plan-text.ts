import { visible } from '../../diagnostics/printers/paint.ts'
import { backupOf } from '../../formats/backup-name.ts'
import type { Placed } from './places.ts'
import type { Plan } from './plan.ts'

/** What was done below a root, for people; `would`: what a run would do. */
export function planText(plan: Plan, would: boolean): string {
  const { answer, root, changes, prune, backUp, placed } = plan
  const same = placed.length - changes.length
  if (changes.length + prune.length + backUp.length === 0)
    return `${answer.text}: ${same === 1 ? 'the one file' : `all ${same} files`} below ${visible(root)} ${same === 1 ? 'is as it' : 'are as they'} should be, nothing ${would ? 'is' : 'was'} to be written\n`
  const rows = [
    ...changes.map(change => row(change.present === undefined ? 'new' : 'changed', `${change.file}${differenceText(change)}`)),
    ...backUp.map(({ file }) => row('backup', `${file} -> ${backupOf(file)}`)),
    ...prune.map(({ file }) => row('removed', file)),
    ...(same === 0 ? [] : [row('as it was', `${same} ${same === 1 ? 'file' : 'files'}`)]),
  ]
  return `${[`${answer.text}, ${would ? 'would be written' : 'written'}:`, ...rows].join('\n')}\n`
}

/** What is more than content. */
const differenceText = ({ differences }: Placed): string => {
  const others = differences.filter(difference => difference !== 'content')
  return others.length === 0 ? '' : ` (${others.join(', ')})`
}

const row = (what: string, name: string): string => `  ${what.padEnd(10)} ${visible(name)}`
