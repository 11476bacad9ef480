import type { WiredAuthentication } from './authentication.ts'
import type { LinkBase } from './base.ts'

/** A profile of NetworkManager of any type, which stands in `networkManager.passthrough` with most of what is to be said. */
export interface NmDevice extends LinkBase {
  readonly kind: 'nm-device'
  readonly auth: WiredAuthentication | undefined
}
