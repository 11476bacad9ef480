import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { root } from '../fixtures.ts'

export const pageUrl = pathToFileURL(join(root, 'dist/web/index.html')).href

export interface Opened {
  readonly page: Page
  /** Whatever the page asked for, by URL. */
  readonly requests: readonly string[]
  /** Faults, and what the policy forbade. */
  readonly complaints: readonly string[]
}

/** Debian's browser, once a file of tests. */
export function browser(): (url?: string, options?: BrowserContextOptions) => Promise<Opened> {
  let running: Browser | undefined
  beforeAll(async () => {
    // Root has no sandbox in a container.
    running = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  })
  afterAll(() => running?.close())
  return async (url = pageUrl, options = {}) => {
    if (running === undefined) throw new Error('no browser')
    const context = await running.newContext({ viewport: { width: 1400, height: 900 }, ...options })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    const [requests, complaints]: [string[], string[]] = [[], []]
    page.on('request', request => requests.push(request.url()))
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(url)
    await page.waitForSelector('body[data-ready]')
    return { page, requests, complaints }
  }
}

/** Replaces the description as somebody does who pastes one. */
export async function paste(page: Page, text: string): Promise<void> {
  const content = page.locator('.cm-content')
  await content.click()
  await page.keyboard.press('ControlOrMeta+A')
  await content.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
