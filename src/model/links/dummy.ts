import type { LinkBase } from './base.ts'

/** A device that drops what it is given: a place for addresses that no cable shall take away. */
export interface Dummy extends LinkBase {
  readonly kind: 'dummy'
}
