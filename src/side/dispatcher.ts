import { LinesDocument } from '../targets/documents/lines.ts'
import type { Ledger } from '../targets/ledger.ts'

/**
 * A script of NetworkManager's dispatcher (NetworkManager-dispatcher(8)): called with the device and the action; it has to be root's, and
 * nobody else may write it.
 */
export const dispatcherScript = (file: string, ledger: Ledger): LinesDocument<'shell'> =>
  new LinesDocument({ path: `/etc/NetworkManager/dispatcher.d/90-netglot-${file}`, mode: '0755' }, ledger, 'shared/script')
