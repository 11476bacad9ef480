import type { Example } from '../protocol.ts'
import { byId, el } from './dom.ts'
import { startEngine } from './engine-client.ts'
import { Playground } from './playground.ts'
import { fromFragment, type Shared } from './share-link.ts'
import { startTheme } from './theme.ts'

/** Shows what a link brings, or an example; the better editor comes when that is done. */
async function start(): Promise<void> {
  startTheme()
  const ask = startEngine()
  const hello = await ask({ ask: 'hello' })
  const shared = await sharedHere()
  const begin = shared === undefined || shared === 'damaged' ? { text: hello.examples[0]?.text ?? '', target: undefined } : shared
  const playground = new Playground(ask, hello, begin)
  offerExamples(hello.examples, text => playground.begin(text))
  addEventListener('hashchange', async () => {
    const next = await sharedHere()
    if (next !== undefined && next !== 'damaged') playground.begin(next.text)
  })
  await playground.refresh()
  if (shared === 'damaged') playground.notice('The link is damaged: this is an example instead.')
  await playground.improveEditor()
  document.body.dataset.ready = 'true'
}

const sharedHere = async (): Promise<Shared | 'damaged' | undefined> => {
  try {
    return await fromFragment(location.hash)
  } catch {
    return 'damaged'
  }
}

const offerExamples = (examples: readonly Example[], begin: (text: string) => void): void => {
  const select = byId('examples', HTMLSelectElement)
  select.append(...examples.map(({ name, title }) => el('option', { value: name }, title)))
  select.addEventListener('change', () => {
    const chosen = examples.find(({ name }) => name === select.value)
    if (chosen !== undefined) begin(chosen.text)
    select.value = ''
  })
}

void start()
