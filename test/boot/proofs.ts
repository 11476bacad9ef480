import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../fixtures.ts'
import { cases } from './cases.ts'
import { type Guest, packagesOf } from './guest.ts'
import type { Dump } from './machine.ts'
import type { Pair } from './pair.ts'
import { proofPage } from './proof-page.ts'
import { stacks } from './stacks.ts'
import type { Verdict } from './verdict.ts'

/** A result that is kept in the repository, for docs/proof.md and for what CI need not boot again. */
export interface Proof {
  readonly case: string
  readonly stack: string
  /** Of what was put on the machine. */
  readonly files: string
  readonly verdict: Verdict
  readonly boots: number
  /** Seconds after the start of the kernel when network-online.target was reached. */
  readonly online: number | undefined
  readonly kernel: string | undefined
  readonly versions: Readonly<Record<string, string>>
}

const file = join(root, 'test/boot/proven.json')

export const readProofs = (): readonly Proof[] => JSON.parse(readFileSync(file, 'utf8')) as Proof[]

export const proofOf = ({ case: { name }, stack, hash }: Pair, guest: Guest, dumps: readonly Dump[], verdict: Verdict): Proof => ({
  case: name,
  stack: stack.name,
  files: hash,
  verdict,
  boots: dumps.length,
  online: dumps[0] && Math.round(dumps[0].online),
  kernel: dumps[0]?.release,
  versions: Object.fromEntries(stack.packages.map(name => [name, packagesOf(guest, stack.layer)[name] ?? ''])),
})

/** The last result of each pair that there is, and the page of them. What differs proves nothing. */
export function writeProofs(all: readonly Proof[]): void {
  const last = cases.flatMap(({ name }) => stacks.flatMap(stack => lastOf(all.filter(p => p.case === name && p.stack === stack.name))))
  const proofs = last.filter(({ verdict }) => verdict.word !== 'different')
  writeFileSync(file, `[\n${proofs.map(proof => JSON.stringify(proof)).join(',\n')}\n]\n`)
  writeFileSync(join(root, 'docs/proof.md'), proofPage(proofs))
}

/** The last of a pair's results; one boot does not take the place of two of the same files. */
export const lastOf = (results: readonly Proof[]): readonly Proof[] =>
  results.reduce<readonly Proof[]>(([kept], next) => {
    const known = kept !== undefined && kept.files === next.files && kept.verdict.word === next.verdict.word && kept.boots > next.boots
    return [known ? kept : next]
  }, [])
