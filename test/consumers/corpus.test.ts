import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import { corpus as all, type Entry } from '../differential/corpus.ts'
import { filesBelow, spellings } from '../fixtures.ts'
import { writeAnswer } from '../write-answer.ts'
import { consumersOf } from './all.ts'
import type { Consumer } from './consumer.ts'

/*
 * Every description of the corpus, with what a target can't do left out, is read by the real programs, as the golden files are. There are many: programs
 * that read side files get only roots that hold some, and networkd gets a second.
 */
process.env.NETGLOT_SECONDS = '1'

/** What the kernel itself refuses, no program takes without a word: netglot tells why beforehand. */
const corpus = all.filter(({ source }) =>
  render(source, { targets: ['networkd'], allowLoss: true }).diagnostics.every(({ code }) => code !== 'NG4341'),
)

let folder = ''
const rootOf = (spelling: string, { name }: Entry): string => join(folder, spelling, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netglot-corpus-'))
  for (const spelling of spellings)
    for (const entry of corpus)
      await writeAnswer(render(entry.source, { targets: [spelling], allowLoss: true }).targets[0], rootOf(spelling, entry))
})
afterAll(() => rm(folder, { recursive: true }))

const concerns = ({ reads }: Consumer, root: string): boolean => reads === undefined || filesBelow(root).some(file => reads.test(file))

/** Most programs wait more than they work, so two roots at a time. */
async function judgeAll(consumer: Consumer, spelling: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const complaints: Record<string, readonly string[]> = {}
  const left = corpus.filter(entry => concerns(consumer, rootOf(spelling, entry)))
  const work = async (): Promise<void> => {
    for (let entry = left.pop(); entry !== undefined; entry = left.pop()) {
      const root = rootOf(spelling, entry)
      const said = (await consumer.judge(root)).map(line => line.replaceAll(root, ''))
      if (said.length > 0) complaints[entry.name] = said
    }
  }
  await Promise.all([work(), work()])
  return complaints
}

for (const spelling of spellings)
  for (const consumer of consumersOf(spelling))
    test.concurrent(`${spelling}: ${consumer.title}`, async () => {
      expect(await judgeAll(consumer, spelling)).toEqual({})
    })
