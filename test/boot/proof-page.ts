import { cases } from './cases.ts'
import type { Proof } from './proofs.ts'
import { stacks } from './stacks.ts'

/** docs/proof.md */
export function proofPage(proofs: readonly Proof[]): string {
  const proofOf = (of: string, stack: string): Proof | undefined => proofs.find(p => p.case === of && p.stack === stack)
  const rows = cases.map(({ name }) => [`\`${name}\``, ...stacks.map(stack => cell(proofOf(name, stack.name)))])
  return [
    '# What was booted',
    '',
    'Made by `npm run test:boot -- --record`. Each cell is a Debian 12 guest with Debian’s kernel in which the real stack applied what netglot wrote, at boot. The state of the kernel was then',
    'compared with what the description says (`test/state/`), and once more after a second boot of the same disk. The cases are folders of `fixtures/`. The number is the seconds after the start of the kernel when',
    '`network-online.target` was reached, under emulation.',
    '',
    ...table(['case', ...stacks.map(({ name }) => name)], rows),
    '',
    '## Versions',
    '',
    ...table(
      ['stack', 'packages'],
      [['kernel', proofs.find(p => p.kernel !== undefined)?.kernel ?? ''], ...stacks.map(({ name }) => [name, versions(proofs, name)])],
    ),
    '',
    ...section('Not expressible', 'inexpressible', proofs, ({ verdict }) => verdict.lines),
    ...section('Differences explained', 'explained', proofs, ({ verdict }) => [
      ...verdict.lines,
      ...verdict.reasons.map(reason => `Why: ${reason}`),
    ]),
  ].join('\n')
}

const cell = (proof: Proof | undefined): string => {
  if (proof === undefined) return 'not yet'
  const { verdict, online, boots } = proof
  if (verdict.word === 'inexpressible') return 'not expressible'
  return `${verdict.word}${boots === 2 ? ' twice' : ''} (${online})`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`)

const versions = (proofs: readonly Proof[], stack: string): string =>
  Object.entries(proofs.find(p => p.stack === stack)?.versions ?? {})
    .map(version => version.join(' '))
    .join(', ')

const section = (title: string, word: string, proofs: readonly Proof[], linesOf: (proof: Proof) => readonly string[]): string[] => {
  const those = proofs.filter(({ verdict }) => verdict.word === word)
  if (those.length === 0) return []
  const items = those.flatMap(proof => [`\`${proof.case}\` on ${proof.stack}:`, '', ...linesOf(proof).map(line => `- ${line}`), ''])
  return [`## ${title}`, '', ...items]
}
