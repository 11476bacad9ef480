import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { recipes } from '../../src/recipes/index.ts'
import type { Outcome, Question } from '../../web/protocol.ts'
import type { Service } from '../../web/serve.ts'
import { root } from '../fixtures.ts'
import { bridge } from '../program/program.ts'
import { browser, paste } from './opened.ts'

const open = browser()

test('it opens from the file system, shows an outcome, and asks nobody for anything', async () => {
  const { page, requests, complaints } = await open()
  expect(await page.locator('.file h3').first().textContent()).toBe('/etc/network/interfaces')
  await paste(page, bridge)
  await page.getByRole('tab', { name: 'suse' }).click()
  await page.getByRole('heading', { name: '/etc/sysconfig/network/ifcfg-br0' }).waitFor()
  expect(requests.filter(url => !/^(file:\/\/\/.*\/dist\/web\/(index\.html|\w+\.js)|blob:null\/[\w-]+)$/.test(url))).toEqual([])
  expect(complaints).toEqual([])
})

test('less than 300 kB come before the outcome, the editor after it', async () => {
  const { requests } = await open()
  const names = requests.filter(url => url.startsWith('file:')).map(url => url.replace(/.*\//, ''))
  expect(names.at(-1)).toBe('editor.js')
  const sizes = names.slice(0, -1).map(name => gzipSync(readFileSync(join(root, 'dist/web', name)), { level: 9 }).length)
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(300_000)
})

test('what is typed is rendered at once, and refused with a reason', async () => {
  const { page } = await open()
  await paste(page, bridge.replace('dhcp4: true', 'addresses: [192.0.2.7/24]'))
  await page.getByText('address 192.0.2.7/24').waitFor()
  await paste(page, bridge.replace('macaddress', 'macadress'))
  await page.locator('#problems').getByText('there is no key').waitFor()
  expect(await page.locator('#problems').textContent()).toContain('did you mean macaddress?')
  await page.locator('.cm-lintRange-error').waitFor()
  await page.getByText('Nothing to show: the description is refused').waitFor()
})

test('a small description is rendered in the page, a larger one in a worker', async () => {
  const { page } = await open()
  await page.waitForSelector('body[data-surveyed]')
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (message: unknown) {
      const { question } = message as { question: { ask: string } }
      if (question.ask === 'render') document.body.dataset.posted = String(Number(document.body.dataset.posted ?? 0) + 1)
      postMessage.call(this, message)
    }
  })
  await paste(page, bridge.replace('dhcp4: true', 'addresses: [192.0.2.7/24]'))
  await page.getByText('address 192.0.2.7/24').waitFor()
  expect(await page.evaluate(() => document.body.dataset.posted)).toBeUndefined()
  await paste(page, `${bridge.replace('dhcp4: true', 'addresses: [192.0.2.8/24]')}${`# ${'x'.repeat(98)}\n`.repeat(50)}`)
  await page.getByText('address 192.0.2.8/24').waitFor()
  expect(await page.evaluate(() => document.body.dataset.posted)).toBe('1')
})

const wanted = (page: Page, text: string, target: string): Promise<unknown> =>
  page.evaluate(
    question => {
      const { answer } = (globalThis as unknown as { netglotEngine: () => Service<Question> }).netglotEngine()
      return (answer(question) as Outcome).answer?.files.map(({ path, lines }) => [path, ...lines.map(line => line.text)])
    },
    { ask: 'render', text, target, allowLoss: false } as const,
  )

const shown = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.file:has(.lines)')].map(file =>
      [...file.querySelectorAll('h3, .line')].map(({ textContent }) => textContent?.replace('\u200b', '')),
    ),
  )

test('however the description changes, the files are shown as they are, and what reads as before stays', async () => {
  const { page } = await open()
  await paste(page, bridge)
  const line = await page.getByRole('option', { name: 'bridge-stp off' }).elementHandle()
  const texts = [
    bridge.replace('aa:00:01', 'aa:00:02'),
    bridge.replace('bridges', 'vlans:\n    v7: {id: 7, link: eno1}\n  bridges'),
    bridge.replace('dhcp4: true', 'addresses: [192.0.2.7/24]'),
    bridge.replace('ethernets', 'ethernet'),
    bridge.replaceAll('br0', 'br1'),
  ]
  for (const target of ['ifupdown', 'networkd']) {
    await page.locator(`#pane0-${target}`).click()
    for (const [i, text] of texts.entries()) {
      await paste(page, text)
      await expect.poll(() => shown(page)).toEqual((await wanted(page, text, target)) ?? [])
      if (target === 'ifupdown' && i < 2) expect(await line?.evaluate(({ isConnected }) => isConnected)).toBe(true)
    }
  }
})

test('a line of a file lights up its source, and the source its lines', async () => {
  const { page } = await open()
  await paste(page, bridge)
  const line = page.getByRole('option', { name: 'iface br0 inet dhcp' })
  await line.hover()
  expect(await page.locator('.cm-lit').allTextContents()).toContain('      dhcp4: true')
  expect(await page.locator('.explain').textContent()).toContain('bridges.br0.dhcp4 (line 8): Ask for an IPv4 address by DHCP.')
  await page.locator('.cm-line', { hasText: 'macaddress' }).hover()
  expect(await page.locator('.line.lit').allTextContents()).toEqual(['    bridge-hw 52:54:00:aa:00:01', 'MACAddressPolicy=none'])
  await page.locator('.cm-line', { hasText: 'macaddress' }).click()
  for (const key of ['End', 'ArrowLeft', 'Backspace', '2']) await page.keyboard.press(key)
  await expect.poll(() => page.locator('.line.lit').allTextContents()).toEqual(['    bridge-hw 52:54:00:aa:00:02', 'MACAddressPolicy=none'])
})

test('keys go through a file’s lines and to their source', async () => {
  const { page } = await open()
  await paste(page, bridge)
  await page.getByRole('option', { name: 'iface br0 inet dhcp' }).waitFor()
  await page.getByRole('listbox', { name: 'Lines of /etc/network/interfaces' }).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('ArrowDown')
    if ((await page.locator('.explain').textContent())?.includes('br0.macaddress')) break
  }
  await page.keyboard.press('Enter')
  expect(await page.locator('.cm-content').evaluate(element => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true)
  expect(await page.locator('.cm-activeLine').textContent()).toContain('macaddress')
})

test('on a phone all is in one column, and a touch lights up the source without moving the page', async () => {
  const { page } = await open(undefined, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const [editor, pane] = await Promise.all(['#editor', '.pane'].map(place => page.locator(place).boundingBox()))
  expect(pane?.y).toBeGreaterThan((editor?.y ?? 0) + (editor?.height ?? 0))
  const line = page.getByRole('option', { name: 'iface br0 inet dhcp' })
  await line.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await line.tap()
  await page.locator('.explain', { hasText: 'bridges.br0.dhcp4' }).waitFor()
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('two targets stand side by side, each with its own losses', async () => {
  const { page } = await open()
  await paste(page, `${bridge}  taps:\n    tap0: {owner: qemu}\n`)
  await page.getByRole('button', { name: 'Side by side' }).click()
  const [first, second] = [page.locator('.pane').nth(0), page.locator('.pane').nth(1)]
  await second.getByRole('tab', { name: 'networkmanager' }).click()
  await page.locator('#losses').getByText('networkmanager@1.42').first().waitFor()
  expect(await first.locator('h3').first().textContent()).toBe('/etc/network/interfaces')
  expect(await second.locator('.nothing').textContent()).toContain('would lose something')
  await second.getByLabel('with losses').check()
  await second.getByRole('heading', { name: '/etc/NetworkManager/system-connections/netglot-br0.nmconnection' }).waitFor()
})

test('it offers the keys and values of the schema, and devices', async () => {
  const { page } = await open()
  await paste(page, bridge)
  for (const key of '      acc') await page.keyboard.press(key === ' ' ? 'Space' : key)
  // CodeMirror passes over Enter as long as the list has only just come.
  await page.locator('.cm-completionLabel', { hasText: 'accept-ra' }).click()
  await page.keyboard.press('Control+Space')
  await page.locator('.cm-completionLabel', { hasText: 'false' }).waitFor()
  expect(await page.locator('.cm-completionLabel').allTextContents()).toEqual(['false', 'true'])
  await paste(page, `${bridge}  vlans:\n    v1:\n      id: 1\n      link: e`)
  await page.keyboard.press('Control+Space')
  await page.locator('.cm-completionLabel', { hasText: 'eno1' }).waitFor()
})

test('a remedy is a button, and can be undone', async () => {
  const { page } = await open()
  await paste(page, bridge.replace('macaddress', 'macadress'))
  await page.getByRole('button', { name: 'Fix: rename `macadress` to `macaddress` in bridges.br0' }).click()
  await page.getByRole('option', { name: 'bridge-hw 52:54:00:aa:00:01' }).waitFor()
  await page.locator('.cm-content').click()
  await page.keyboard.press('ControlOrMeta+Z')
  await page.getByText('Nothing to show: the description is refused').waitFor()
})

test('the picture has every device, and leads to where it is described', async () => {
  const { page, complaints, requests } = await open()
  await paste(page, bridge)
  await page.getByRole('button', { name: 'Picture' }).click()
  await page.locator('#picture-host .node', { hasText: 'br0' }).click()
  expect(await page.locator('#picture-host .node .name').allTextContents()).toEqual(expect.arrayContaining(['eno1', 'br0']))
  expect(await page.locator('.cm-activeLine').textContent()).toBe('    br0:')
  await page.getByRole('button', { name: 'Picture' }).click()
  expect(complaints).toEqual([])
  expect(requests.filter(url => !/^(file|blob):/.test(url))).toEqual([])
})

test('a recipe is where one may begin', async () => {
  const { page } = await open()
  const texts = await page.locator('#examples option').allTextContents()
  expect(texts).toEqual(['…', ...recipes.map(({ title }) => title)])
  await page.getByLabel('Start from').selectOption('Two sites by WireGuard')
  await page.locator('#problems .finding').or(page.locator('#problems .nothing')).first().waitFor()
  await page.getByRole('option', { name: 'iface wg0 inet static' }).waitFor()
})

test('the archive holds the files and their manifest', async () => {
  const { page } = await open()
  await paste(page, bridge)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download tar' }).click()])
  expect(download.suggestedFilename()).toBe('netglot-ifupdown.tar')
  const { stdout } = spawnSync('tar', ['-tvf', await download.path()], { encoding: 'utf8' })
  expect(stdout).toMatch(/-rw-r--r-- root\/root .* etc\/network\/interfaces\n/)
  expect(stdout).toMatch(/-rw------- root\/root .* var\/lib\/netglot\/ifupdown.json\n/)
})
