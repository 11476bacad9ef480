// node bench/playground.mjs [FOLDER]: how long it takes in a browser from a key to what it changes on the page, on the clock. Prints a table by hand:
// what else the machine does is in it, so it is for an idle one, or to be run in turns with another build of the playground.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { table } from './cpu.mjs'
import { vlans } from './descriptions.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(process.argv[2] ?? join(root, 'dist/web'))
const small = readFileSync(join(root, 'fixtures/origin/2-bridge-taps/input.yaml'), 'utf8')

/** What is typed in a round, and away again. */
const line = '      dhcp6: true'
const digit = ['0', 'Backspace']
const typed = [
  { name: 'a digit', text: `${small}        priority: 1`, round: digit, rounds: 60 },
  { name: 'a line', text: small, round: [...line, ...Array.from(line, () => 'Backspace')], rounds: 4 },
  ...[20, 40, 200].map(count => ({
    name: `a digit below ${count} VLANs`,
    text: `${vlans(count)}    br:\n      mtu: 150`,
    round: digit,
    rounds: 20,
  })),
]

/** Runs in the page: all keys, and when what each has changed was shown. */
function watch() {
  globalThis.pressed = []
  addEventListener('keydown', ({ timeStamp }) => globalThis.pressed.push(timeStamp), { capture: true })
}

/** Runs in the page: for each key the milliseconds from the key to what it shows. */
function times() {
  const shown = performance.getEntriesByName('shown')
  return globalThis.pressed.flatMap(key => {
    const first = shown.find(({ startTime }) => startTime >= key)
    return first === undefined ? [] : [first.startTime + first.duration - key]
  })
}

async function measure(page, { text, round, rounds }, pause) {
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await page.waitForSelector('body[data-ready]')
  await page.locator('.cm-content').click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
  await page.waitForTimeout(1500)
  const type = async count => {
    for (const key of Array.from({ length: count }, () => round).flat()) await press(page, key, pause)
  }
  await type(Math.ceil(rounds / 4))
  await page.evaluate(watch)
  await type(rounds)
  await page.waitForTimeout(200)
  return page.evaluate(times)
}

const press = async (page, key, pause) => {
  await page.keyboard.press(key === ' ' ? 'Space' : key)
  await page.waitForTimeout(pause)
}

const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
const rows = []
for (const one of typed)
  for (const pause of [20, 150]) {
    const sorted = (await measure(page, one, pause)).sort((a, b) => a - b)
    rows.push([one.name, String(pause), part(sorted, 0.5), part(sorted, 0.9), part(sorted, 1)])
  }
await browser.close()
console.log(table([['typed', 'pause, ms', 'median', 'p90', 'most'], ...rows]))
