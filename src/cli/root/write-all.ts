import type { Source } from '../../description/source.ts'
import type { Accounts } from '../../targets/context.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { describedDevices } from '../described.ts'
import { version } from '../emit.ts'
import { folderOf } from '../folder-of.ts'
import { guestsAround } from '../guests-around.ts'
import type { Prepared } from '../prepare.ts'
import { trouble, type WriteOptions, type Written, writeRoot } from '../write-root.ts'
import { descriptionHash } from './description-hash.ts'
import type { Wishes } from './wishes.ts'

export const writeOptions = (source: Source, { force, prune, check }: Wishes, accounts: Accounts): WriteOptions => ({
  force: force === true,
  prune: prune === true,
  check: check === true,
  durable: true,
  accounts,
  devices: describedDevices(source),
  netglot: version,
  description: descriptionHash(source),
})

/** Writes every answer that did not fail. */
export function writeAll(
  { source, targets }: Prepared,
  root: string,
  wishes: Wishes,
  accounts: Accounts,
): ReadonlyMap<TargetAnswer, Written> {
  const options = writeOptions(source, wishes, accounts)
  const good = targets.filter(answer => !answer.failed)
  return new Map(good.map(answer => [answer, writeOne(answer, folderOf(answer, targets, root), options)]))
}

/** Writes one answer, and looks for what would keep guests from the network that it makes. */
const writeOne = (answer: TargetAnswer, folder: string, options: WriteOptions): Written => {
  const written = writeRoot(answer, folder, options)
  try {
    return { ...written, diagnostics: [...written.diagnostics, ...guestsAround([answer], options.devices, folder)] }
  } catch (error) {
    return { ...written, diagnostics: [...written.diagnostics, trouble('file-unreadable', error, folder, answer.text)] }
  }
}
