import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { browser, paste } from './opened.ts'

const open = browser()

const description = readFileSync(join(root, 'fixtures/origin/2-bridge-taps/input.yaml'), 'utf8')
const count = 40

/** In milliseconds of the page's thread, the engine included: what else the machine does is not in it. */
test('from a key to what it changes it takes less than 16 ms of computing', async () => {
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
  expect(((await spent()) - before) / count).toBeLessThan(16)
})
