import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type BatchResult, batchWork, type Share } from './batch.ts'
import type { Host } from './hosts.ts'
import { workerWord } from './worker-word.ts'

type Batches = Iterable<readonly Host[]>

/** How many batches may be on their way for a worker, so that it has something to do while the results are written, and memory stays flat. */
const ahead = 3

/** The results of the batches, in their order. */
export async function* inBatches(batches: Batches, share: Share, jobs: number): AsyncGenerator<BatchResult> {
  if (jobs > 1) {
    yield* inThreads(batches, share, jobs)
    return
  }
  const work = await batchWork(share)
  for (const batch of batches) {
    yield work(batch)
    // Signals are heard between the batches.
    await setImmediate()
  }
}

async function* inThreads(batches: Batches, share: Share, jobs: number): AsyncGenerator<BatchResult> {
  const members = Array.from({ length: jobs }, () => new Member(share))
  const waiting: Promise<BatchResult>[] = []
  try {
    for (const batch of batches) {
      if (waiting.length >= jobs * ahead) yield await next(waiting)
      const least = members.reduce((a, b) => (b.load < a.load ? b : a))
      waiting.push(least.do(batch))
    }
    while (waiting.length > 0) yield await next(waiting)
  } finally {
    await Promise.all(members.map(member => member.end()))
  }
}

const next = (waiting: Promise<BatchResult>[]): Promise<BatchResult> => {
  const [first] = waiting.splice(0, 1)
  if (first === undefined) throw new Error('no batch is under way')
  // One that fails meanwhile is asked for later.
  for (const other of waiting) other.catch(() => {})
  return first
}

interface Pending {
  readonly resolve: (result: BatchResult) => void
  readonly reject: (error: unknown) => void
}

/** One thread, which answers in the order in which it is asked. */
class Member {
  private readonly worker: Worker
  private readonly pending: Pending[] = []

  constructor(share: Share) {
    // The program itself, as it was started (scripts/launcher.cjs).
    this.worker = new Worker(new URL('./netglot.cjs', import.meta.url), { argv: [workerWord], workerData: share })
    this.worker.on('message', (result: BatchResult) => this.pending.shift()?.resolve(result))
    this.worker.on('error', error => this.fail(error))
    this.worker.on('exit', () => this.fail(new Error('a worker thread ended')))
  }

  get load(): number {
    return this.pending.length
  }

  do(batch: readonly Host[]): Promise<BatchResult> {
    return new Promise((resolve, reject) => {
      this.pending.push({ resolve, reject })
      this.worker.postMessage(batch)
    })
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }

  private fail(error: unknown): void {
    for (const { reject } of this.pending.splice(0)) reject(error)
  }
}
