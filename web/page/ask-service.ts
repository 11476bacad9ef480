import type { Message, Service } from '../serve.ts'

interface Waiting<Q> {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly message: Message<Q>
}

type Ask<Q> = (question: Q) => Promise<unknown>

/** A service in a worker that keeps the page free; where the browser lets none start, as from some file systems, in the page itself. */
export const startService = <Q>(make: () => Service<Q>): Ask<Q> => {
  const worker = startWorker(`(${make})().serve(globalThis)`)
  return worker === undefined ? inPage(make()) : inWorker(worker, make)
}

const startWorker = (text: string): Worker | undefined => {
  // A file: page may load no worker from a file, but one from a text that it has.
  try {
    return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))
  } catch {
    return undefined
  }
}

const inPage =
  <Q>({ answer }: Service<Q>): Ask<Q> =>
  async question =>
    answer(question)

function inWorker<Q>(worker: Worker, make: () => Service<Q>): Ask<Q> {
  const waiting = new Map<number, Waiting<Q>>()
  let last = 0
  let ask: Ask<Q> = question =>
    new Promise((resolve, reject) => {
      const message = { id: ++last, question }
      waiting.set(last, { resolve, reject, message })
      worker.postMessage(message)
    })
  worker.onmessage = ({ data }: MessageEvent<{ id: number; answer?: unknown; fault?: string }>) => {
    const { resolve, reject } = waiting.get(data.id) ?? {}
    waiting.delete(data.id)
    if (data.fault !== undefined) reject?.(new Error(data.fault))
    else resolve?.(data.answer)
  }
  worker.onerror = event => {
    event.preventDefault()
    ask = inPage(make())
    for (const { resolve, reject, message } of waiting.values()) ask(message.question).then(resolve, reject)
    waiting.clear()
  }
  return question => ask(question)
}
