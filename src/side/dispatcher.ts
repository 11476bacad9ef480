import { LinesDocument } from '../targets/documents/lines.ts'
import type { Ledger } from '../targets/ledger.ts'

/**
 * A script of NetworkManager's dispatcher (NetworkManager-dispatcher(8)): called with the device and the action; it has to be root's, and
 * nobody else may write it. In `pre-up.d` NetworkManager waits for it before it says that the device is up: network-online.target comes after it.
 */
export const dispatcherScript = (file: string, ledger: Ledger): LinesDocument<'shell'> =>
  new LinesDocument({ path: `/etc/NetworkManager/dispatcher.d/pre-up.d/90-netglot-${file}`, mode: '0755' }, ledger, 'shared/script')
