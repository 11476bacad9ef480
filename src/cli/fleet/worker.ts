import { parentPort, workerData } from 'node:worker_threads'
import { batchWork, type Share } from './batch.ts'
import type { Host } from './hosts.ts'

/** Does batches of hosts in a thread of its own. */
export async function work(): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('this is no worker thread')
  // Messages wait until somebody listens.
  const batch = await batchWork(workerData as Share)
  port.on('message', (hosts: readonly Host[]) => {
    const result = batch(hosts)
    // The members of an archive change hands; all else is copied.
    port.postMessage(result, [result.members.buffer])
  })
}
