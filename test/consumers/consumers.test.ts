import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { render, type TargetAnswer } from '../../src/index.ts'
import { type Fixture, fixtures, spellings } from '../fixtures.ts'
import { writeAnswer } from '../write-answer.ts'
import { consumers, consumersOf } from './all.ts'
import type { Consumer } from './consumer.ts'

let folder = ''
const rootOf = (spelling: string, fixture: Fixture): string => join(folder, spelling, fixture.name)

/** `auto` gives a bridge and its ports to one stack; netplan leaves them divided, and tells networkd of a bridge that it has not. */
const divided = (spelling: string, { name }: Fixture): boolean => spelling.startsWith('netplan@') && name === 'auto/two-stacks'

/** All fixtures for the targets; for a distribution, and for auto, those that are about it. */
const fixturesOf = (spelling: string): readonly Fixture[] =>
  fixtures.filter(fixture => (spellings.includes(spelling) ? !divided(spelling, fixture) : fixture.spellings.includes(spelling)))
const asked = [...new Set([...spellings, ...fixtures.flatMap(fixture => fixture.spellings)])]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netglot-consumers-'))
  for (const spelling of asked)
    for (const fixture of fixturesOf(spelling)) await writeAnswer(answerOf(fixture, spelling), rootOf(spelling, fixture))
})
afterAll(() => rm(folder, { recursive: true }))

/** The answer with files, losses and all: what is left of the description still has to be read. */
function answerOf({ source, options }: Fixture, spelling: string): TargetAnswer | undefined {
  const [answer] = render(source, { ...options, targets: [spelling] }).targets
  return answer?.failed === true ? render(source, { ...options, targets: [spelling], allowLoss: true }).targets[0] : answer
}

async function complaintsOf(consumer: Consumer, fixture: Fixture, spelling: string): Promise<readonly string[]> {
  const root = rootOf(spelling, fixture)
  return (await consumer.judge(root)).map(line => line.replaceAll(root, ''))
}

const pairs = asked.flatMap(spelling => consumersOf(spelling).map(consumer => ({ spelling, consumer })))

for (const { spelling, consumer } of pairs) {
  test.concurrent(`${spelling}: ${consumer.title}`, async () => {
    const complaints: Record<string, readonly string[]> = {}
    for (const fixture of fixturesOf(spelling)) {
      const said = await complaintsOf(consumer, fixture, spelling)
      if (said.length > 0) complaints[fixture.name] = said
    }
    expect(complaints).toEqual({})
  })
}

test('every target has a consumer of its own', () => {
  expect(spellings.filter(spelling => !consumers.some(consumer => consumer.target === spelling))).toEqual([])
})
