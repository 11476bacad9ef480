import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { bridge } from '../program/program.ts'
import { browser, paste } from './opened.ts'

const open = browser()

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

const violationsOf = async (page: Page): Promise<readonly unknown[]> => {
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run: () => Promise<{ violations: readonly Violation[] }> } }).axe
    return (await run()).violations
  })
  return violations.map(({ id, nodes }) => [id, nodes.map(node => `${node.html} ${node.failureSummary}`)])
}

test('axe finds nothing to complain of as it opens, where the description is wider than its place', async () => {
  const { page } = await open(undefined, { viewport: { width: 1280, height: 800 } })
  await page.locator('.cm-content').waitFor()
  await page.waitForSelector('body[data-surveyed]')
  expect(await violationsOf(page)).toEqual([])
})

test.each([
  ['light', 1400],
  ['dark', 1400],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing to complain of: %s, %d pixels wide', async (colorScheme, width) => {
  const { page } = await open(undefined, { colorScheme, viewport: { width, height: 844 } })
  await paste(page, `${bridge}  taps:\n    tap0: {owner: qemu}\n`)
  await page.getByRole('button', { name: 'Side by side' }).click()
  await page.locator('.pane').nth(1).getByRole('tab', { name: 'networkmanager' }).click()
  await page.locator('#losses .finding.error').first().waitFor()
  await page.waitForSelector('body[data-surveyed]')
  await page.getByRole('button', { name: 'Picture' }).click()
  await page.locator('#picture-host svg').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})
