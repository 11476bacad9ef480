import { visible } from '../diagnostics/printers/paint.ts'
import { quoted } from '../formats/shell-word.ts'
import type { Obstacle } from '../targets/answer.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { adviceOn } from './cloud-init.ts'
import { isThisMachine } from './folder-of.ts'
import { rollbackOf } from './rollback.ts'

/** The files of an answer as text to read and copy from. */
export function filesText({ files, links }: TargetAnswer): string {
  const printed = files.map(({ path, mode, owner, group, content }) => `# ${path} (${mode} ${owner}:${group})\n${content}`)
  return [...printed, ...links.map(({ path, to }) => `# ${path} -> ${to}\n`)].join('\n')
}

/** What goes with the files, for people, in the order in which they do it. `folder`: where they have been written. */
export function summaryText(answer: TargetAnswer, folder?: string): string {
  const inPlace = folder !== undefined && isThisMachine(folder)
  const where = folder === undefined || inPlace ? 'beside the files' : `beside the files below ${visible(folder)}`
  if (answer.files.length + answer.links.length === 0) return `${answer.text}: there is nothing to write\n`
  const rows = [
    ...(inPlace ? [tooLate] : wayBack(answer)),
    ...needed(answer).map(needText),
    ...(inPlace ? [] : [row('remote?', `when all is well: ${rollbackOf(answer).after}`)]),
  ]
  return `${[`${answer.text}, ${where}:`, ...rows].join('\n')}\n`
}

/** What, its name, and why: empty where that needs no saying. */
export type Need = readonly [what: string, name: string, why: string]

/** What goes with the files of an answer. */
export const needed = ({ requires, remove, services, apply }: TargetAnswer): readonly Need[] => [
  ...requires.map((required): Need => ['install', required.package, required.why]),
  ...inTheWay(remove),
  ...services.enable.map((unit): Need => ['enable', unit, '']),
  ...services.disable.map((unit): Need => ['disable', unit, '']),
  ...apply.map(({ argv, why }): Need => ['then run', argv.map(quoted).join(' '), why]),
]

const inTheWay = (remove: readonly Obstacle[]): readonly Need[] => [
  ...remove.map(({ path, why }): Need => ['remove', `${path}, if it is there`, why]),
  ...[...new Set(remove.map(adviceOn))].filter(advice => advice !== undefined).map((advice): Need => ['', advice, '']),
]

/** What is in the way of a target. */
export const moveAside = (remove: readonly Obstacle[]): readonly string[] => inTheWay(remove).map(needText)

export const needText = ([what, name, why]: Need): string => row(what, name, why)

const wayBack = (answer: TargetAnswer): readonly string[] => [
  row('remote?', 'first of all, so that the machine comes back by itself when you lose it, as root:'),
  ...rollbackOf(answer).before.map(command => row('', command)),
]

/** A copy of /etc that is made now has the new files in it. */
const tooLate =
  '  remote?    nothing has changed until you apply it, but a way back had to be made before: `netglot render` without --root prints one'

const row = (what: string, name: string, why = ''): string =>
  `  ${what.padEnd(10)} ${visible(name)}${why === '' ? '' : `  (${visible(why)})`}`
