import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../fixtures.ts'
import { makeDisk } from './disk.ts'
import type { Guest } from './guest.ts'
import { boot, type Dump } from './machine.ts'
import { hashOf, type Pair } from './pair.ts'
import { waitFor } from './wait.ts'

export interface BootOptions {
  /** The same disk boots that often. */
  readonly times: 1 | 2
  /** Boot in any case, whatever is known from before. */
  readonly fresh: boolean
}

/** The dumps of the pair's boots: from the cache where nothing that matters has changed. */
export async function booted(pair: Pair, guest: Guest, { times, fresh }: BootOptions): Promise<readonly Dump[]> {
  const known = [2 as const, times].map(of => cacheFile(pair, guest, of)).find(file => existsSync(file))
  if (!fresh && known !== undefined) return JSON.parse(readFileSync(known, 'utf8')) as Dump[]
  const file = cacheFile(pair, guest, times)
  const folder = mkdtempSync(join(tmpdir(), 'netglot-boot-'))
  try {
    const disk = makeDisk(pair, guest, folder)
    const dumps: Dump[] = []
    for (let i = 0; i < times; i++) dumps.push(await boot(guest, pair.stack, pair.case, disk, folder))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(dumps))
    return dumps
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What two boots have left answers for one too. */
const cacheFile = ({ hash, stack, described, changed }: Pair, guest: Guest, times: BootOptions['times']): string => {
  const name = hashOf([hash, guest.hash, stack, waitFor(described), changed && waitFor(changed.described), times])
  return join(process.env.NETGLOT_TEST_CACHE ?? join(root, 'node_modules/.cache/netglot'), 'boots', `${name}.json`)
}
