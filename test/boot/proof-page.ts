import { cases } from './cases.ts'
import { type DefaultThatDiffers, defaultsThatDiffer } from './defaults.ts'
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
    'compared with what the description says (`test/state/`): devices and all that is peculiar to their kind, addresses, routes in all tables, rules, settings of IPv4 and IPv6, what the DHCP server was',
    'told, and name servers. Devices, addresses, routes, rules and name servers that nobody has described are differences too. The rest of the state, which nobody has described, is compared between the stacks.',
    '`twice` means that the same disk was booted a second time and compared again, with the description and with the first boot. The cases are folders of `fixtures/`. The number is the seconds after the start of the kernel when `network-online.target`',
    'was reached, under emulation: other work on the same machine makes it larger.',
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
    '## Defaults that differ',
    '',
    'What nobody has described and is not the same on all stacks. A difference that is not here fails `npm run test:boot`, and so does one that is here and no longer needed. What changes from boot to boot is not',
    'compared (`test/state/volatile.ts`).',
    '',
    ...table(['value', 'of', 'on', 'is', 'why'], defaultsThatDiffer.map(row)),
    '',
  ].join('\n')
}

/** A pattern as people read it. */
const shown = ({ source }: RegExp): string => (source === '^[0-9]+$' ? 'another' : source.replace(/[\^$()"]/g, '').replaceAll('|', ' or '))

const row = ({ what, kinds = ['any'], stacks: of, value, reason }: DefaultThatDiffers): readonly string[] => [
  `\`${what}\``,
  kinds.join(', '),
  of.join(', '),
  shown(value),
  reason,
]

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
