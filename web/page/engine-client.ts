import type { Message } from '../engine/index.ts'
import type { Answers, Question } from '../protocol.ts'

type Engine = typeof import('../engine/index.ts')

declare global {
  /** engine.js: makes the engine, here or in a worker, which gets its text. */
  var netglotEngine: () => Engine
}

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

type Ask = <Q extends Question>(question: Q) => Promise<Answers[Q['ask']]>

/** The engine in a worker that keeps the page free; where the browser lets none start, as from some file systems, in the page itself. */
export const startEngine = (): Ask => {
  const worker = makeWorker()
  return worker === undefined ? inPage(globalThis.netglotEngine()) : inWorker(worker)
}

const makeWorker = (): Worker | undefined => {
  // A file: page may load no worker from a file, but one from a text that it has.
  const text = `(${globalThis.netglotEngine})().serve(self)`
  try {
    return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))
  } catch {
    return undefined
  }
}

const inPage = ({ answer }: Engine): Ask => {
  return async question => answer(question) as never
}

function inWorker(worker: Worker): Ask {
  const waiting = new Map<number, Waiting & { readonly message: Message }>()
  let last = 0
  let ask: Ask = question =>
    new Promise((resolve, reject) => {
      const message: Message = { id: ++last, question }
      waiting.set(last, { resolve, reject, message })
      worker.postMessage(message)
    })
  worker.onmessage = ({ data }: MessageEvent<{ id: number; answer?: never; fault?: string }>) => {
    const { resolve, reject } = waiting.get(data.id) ?? {}
    waiting.delete(data.id)
    if (data.fault !== undefined) reject?.(new Error(data.fault))
    else resolve?.(data.answer as never)
  }
  worker.onerror = event => {
    event.preventDefault()
    ask = inPage(globalThis.netglotEngine())
    for (const { resolve, reject, message } of waiting.values()) ask(message.question).then(resolve as never, reject)
    waiting.clear()
  }
  return question => ask(question)
}
