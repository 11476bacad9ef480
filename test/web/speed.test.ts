import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Question } from '../../web/protocol.ts'
import type { Service } from '../../web/serve.ts'
import { root } from '../fixtures.ts'
import { browser, paste } from './opened.ts'

const open = browser()

const description = readFileSync(join(root, 'fixtures/origin/2-bridge-taps/input.yaml'), 'utf8')
const count = 40

/** What the page itself does for a key, in milliseconds of its thread: what else the machine does is not in it. */
async function inPage(): Promise<number> {
  const { page } = await open()
  await paste(page, `${description}        priority: 1`)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    const parts = metrics.filter(({ name }) => ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].includes(name))
    return parts.reduce((sum, { value }) => sum + value * 1000, 0)
  }
  const before = await spent()
  for (let i = 0; i < count; i++) await page.keyboard.press(i % 2 === 0 ? '0' : 'Backspace', { delay: 10 })
  await page.waitForSelector('body[data-surveyed]')
  return ((await spent()) - before) / count
}

/** What the engine does for it: engine.js, as it is in the worker. */
function inEngine(): number {
  runInThisContext(readFileSync(join(root, 'dist/web/engine.js'), 'utf8'))
  const { answer } = (globalThis as unknown as { netglotEngine: () => Service<Question> }).netglotEngine()
  const render = (i: number): unknown => answer({ ask: 'render', text: `${description}# ${i}`, target: 'ifupdown', allowLoss: false })
  for (let i = 0; i < 100; i++) render(i)
  const before = process.cpuUsage()
  for (let i = 0; i < count; i++) render(i)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / count
}

test('from a key to what it changes it takes less than 16 ms of computing', async () => {
  const [page, engine] = [await inPage(), inEngine()]
  expect(page + engine, `${page} in the page, ${engine} in the worker`).toBeLessThan(16)
})
