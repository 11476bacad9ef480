import { LinesDocument } from '../documents/lines.ts'
import type { Ledger } from '../ledger.ts'

/** The commands of a device for what wicked has no variable for. */
export const commandScript = (path: string, ledger: Ledger): LinesDocument<'shell'> =>
  new LinesDocument<'shell'>({ path, mode: '0755' }, ledger, 'shared/script')

/** How an ifcfg file names a script of its own folder (ifcfg(5), scripts). */
export const scriptReference = (path: string): string => `compat:suse:${path.slice(path.lastIndexOf('/') + 1)}`
