import type { Capability, Tried } from './capability.ts'
import type { Value } from './leaf-bases.ts'
import type { How } from './trial.ts'

/** How the tables show what becomes of a key. */
export const marks = { native: '✓', command: 'cmd', side: 'side', approximate: '≈', implied: '·', lost: '✗' } as const satisfies Record<
  How,
  string
>

const placed = ['native', 'command', 'side'] as const

/** The cell of one target: what becomes of the key, and where a newer version does better, that too: `✗; 257: ✓`. */
export function cellOf(capability: Capability, target: string): string {
  const versions = [...capability].filter(([spelling]) => spelling.target === target)
  const cells = versions.map(([{ version }, tried]) => ({ version, cell: cellOfVersion(tried) }))
  return cells
    .filter(({ cell }, i) => cell !== cells[i - 1]?.cell)
    .map(({ version, cell }, i) => (i === 0 ? cell : `${version}: ${cell}`))
    .join('; ')
}

/** Values that need no line say nothing where others have one. */
const cellOfVersion = (tried: readonly Tried[]): string => {
  const has = (how: How): boolean => tried.some(({ outcome }) => outcome.how === how)
  const found = placed.filter(has).map(how => marks[how])
  const good = found.length === 0 && has('implied') ? marks.implied : found.join('/')
  const bad = new Map<string, Value[]>()
  for (const { value, outcome } of tried) {
    const mark = outcome.loss && lossMark(outcome.loss.class)
    if (mark !== undefined) bad.set(mark, [...(bad.get(mark) ?? []), value])
  }
  if (good === '' && bad.size === 1) return [...bad.keys()].join('')
  const but = [...bad].map(([mark, values]) => `${mark}: ${values.map(shownValue).join(', ')}`).join('; ')
  return [good, but === '' ? '' : `(${but})`].filter(part => part !== '').join(' ')
}

const lossMark = (lossClass: string): string =>
  lossClass === 'approximate' ? marks.approximate : lossClass === 'absent' ? marks.lost : `${marks.lost} ${lossClass}`

/** A value as YAML has it. */
export const shownValue = (value: unknown): string => (Array.isArray(value) && value.length === 1 ? shownValue(value[0]) : asYaml(value))

/** As it stands in YAML, on one line. */
export const asYaml = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(asYaml).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${asYaml(inner)}`)
    .join(', ')}}`
}
