import { type Booted, explanationsOf, showSpread, spreadsOf } from './across.ts'
import { booted } from './booted.ts'
import { cases, origin } from './cases.ts'
import { defaultsThatDiffer } from './defaults.ts'
import { explanations } from './explained.ts'
import { buildGuest, type Guest } from './guest.ts'
import type { Dump } from './machine.ts'
import { type Pair, pairOf } from './pair.ts'
import { type Proof, proofOf, readProofs, writeProofs } from './proofs.ts'
import { stacks } from './stacks.ts'
import { inexpressible, type Verdict, verdictOf } from './verdict.ts'

const usage = `npm run test:boot -- [OPTION...] [STACK...] [CASE...]
  STACK      ${stacks.map(({ name }) => name).join(', ')}
  CASE       part of a name: origin/, bonds/vlan-bridge
  --changed  the cases of the origin, and what was equal with other files (proven.json)
  --once     one boot, not a second one of the same disk
  --fresh    boot again what the cache knows
  --retry    boot what differs a second time, and count that
  --record   write proven.json and docs/proof.md
  --jobs=N   boots at a time (2)
`

/** Boots cases on stacks and compares; the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter(arg => arg.startsWith('-') && !/^--(changed|once|fresh|retry|record|jobs=[1-9])$/.test(arg))
  if (unknown.length > 0) return tell(usage, 2)
  const proofs = readProofs()
  const pairs = chosen(args).filter(pair => !args.includes('--changed') || isDue(pair, proofs))
  if (pairs.length === 0) return tell('nothing of that name, or nothing changed\n', args.includes('--changed') ? 0 : 2)
  // One by one: an hour of boots is not lost with the last of them.
  const record = (found: readonly Proof[]): void => (args.includes('--record') ? writeProofs([...proofs, ...found]) : undefined)
  const found = await all(pairs, args, record)
  const complaints = [...acrossStacks(found), ...(pairs.length === cases.length * stacks.length ? unneeded(found) : [])]
  for (const complaint of complaints) tell(`${complaint}\n`, 1)
  const failed = found.filter(({ verdict }) => verdict.word === 'different').length + complaints.length
  return tell(`${found.length - failed} passed, ${failed} failed\n`, failed === 0 ? 0 : 1)
}

/** What nobody has described and is not the same on all stacks, without a reason. */
const acrossStacks = (found: readonly Tried[]): readonly string[] =>
  spreadsOf(found.flatMap(bootedOf))
    .filter(spread => explanationsOf(spread) === undefined)
    .map(showSpread)

/** The explanations of both kinds that no difference needs any more: only a run of all cases on all stacks can tell. */
const unneeded = (found: readonly Tried[]): readonly string[] => {
  const reasons = new Set(found.flatMap(({ verdict }) => verdict.reasons))
  const needed = new Set(spreadsOf(found.flatMap(bootedOf)).flatMap(spread => explanationsOf(spread) ?? []))
  return [
    ...explanations
      .filter(({ reason }) => !reasons.has(reason))
      .map(({ difference }) => `test/boot/explained.ts: nothing needs ${difference}`),
    ...defaultsThatDiffer
      .filter(d => !needed.has(d))
      .map(({ leaf, stacks: of }) => `test/boot/defaults.ts: nothing needs ${leaf} of ${of.join(', ')}`),
  ]
}

/** The state at the first boot; where not all came, what is there is in between. */
const bootedOf = ({ pair, dumps: [dump] }: Tried): readonly Booted[] => (dump?.settled === true ? [{ pair, dump }] : [])

const tell = (text: string, status: number): number => {
  process.stdout.write(text)
  return status
}

const chosen = (args: readonly string[]): readonly Pair[] => {
  const words = args.filter(arg => !arg.startsWith('-'))
  const onlyStacks = words.filter(word => stacks.some(({ name }) => name === word))
  const onlyCases = words.filter(word => !onlyStacks.includes(word))
  return cases
    .filter(({ name }) => onlyCases.length === 0 || onlyCases.some(word => name.includes(word)))
    .flatMap(of => stacks.filter(({ name }) => onlyStacks.length === 0 || onlyStacks.includes(name)).map(stack => pairOf(of, stack)))
}

/** What was never equal is for `--record` to find: it has no last result that could have changed. */
const isDue = (pair: Pair, proofs: readonly Proof[]): boolean => {
  const proof = proofs.find(({ case: name, stack }) => name === pair.case.name && stack === pair.stack.name)
  return origin.includes(pair.case) || (proof !== undefined && proof.files !== pair.hash)
}

/** Several at a time: a guest has one processor and waits for much. */
async function all(pairs: readonly Pair[], args: readonly string[], record: (found: readonly Proof[]) => void): Promise<readonly Tried[]> {
  const guest = buildGuest()
  const waiting = pairs.entries()
  const found: Tried[] = []
  const worker = async (): Promise<void> => {
    for (const [, pair] of waiting) {
      const first = await tried(pair, guest, args)
      const again = first.verdict.word === 'different' && args.includes('--retry')
      if (again) process.stdout.write(`${show(first.proof, first.verdict)}    once more:\n`)
      const last = again ? await tried(pair, guest, [...args, '--fresh']) : first
      found.push(last)
      record(found.map(({ proof }) => proof))
      process.stdout.write(show(last.proof, last.verdict))
    }
  }
  const jobs = Number(args.find(arg => arg.startsWith('--jobs='))?.slice(7) ?? 2)
  await Promise.all(Array.from({ length: jobs }, worker))
  return found
}

interface Tried {
  readonly pair: Pair
  readonly dumps: readonly Dump[]
  readonly proof: Proof
  readonly verdict: Verdict
}

/** A boot that ends without a dump is a difference like others: the rest is booted all the same. */
async function tried(pair: Pair, guest: Guest, args: readonly string[]): Promise<Tried> {
  const options = { times: args.includes('--once') ? 1 : 2, fresh: args.includes('--fresh') } as const
  try {
    const lost = pair.losses.length > 0
    const dumps = lost ? [] : await booted(pair, guest, options)
    const verdict = lost ? inexpressible(pair) : verdictOf(pair, guest, dumps)
    return { pair, dumps, proof: proofOf(pair, guest, dumps, verdict), verdict }
  } catch (error) {
    const verdict: Verdict = { word: 'different', lines: [String(error)], reasons: [] }
    return { pair, dumps: [], proof: proofOf(pair, guest, [], verdict), verdict }
  }
}

const show = (proof: Proof, { word, lines }: Verdict): string => {
  const head = `${proof.case} on ${proof.stack}: ${word}${proof.online === undefined ? '' : `, online after ${proof.online} s`}\n`
  return head + lines.map(line => `    ${line}\n`).join('')
}
