import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'
import type { Match } from './physical.ts'

/** A modem of a mobile network. It is found by its control port, such as cdc-wdm0, not by its network interface. */
export interface Modem extends LinkBase {
  readonly kind: 'modem'
  readonly technology: 'gsm' | 'cdma'
  readonly match: Match | undefined
  /** Whether ModemManager finds out what else the network wants to know. */
  readonly autoConfig: Leaf<boolean> | undefined
  /** The access point name. */
  readonly apn: Leaf<string> | undefined
  readonly username: Leaf<string> | undefined
  readonly password: Leaf<string> | undefined
  /** What is dialled. */
  readonly number: Leaf<string> | undefined
  /** The one network to register with: country and operator, 5 or 6 digits. */
  readonly networkId: Leaf<string> | undefined
  /** ModemManager's id of the device. */
  readonly deviceId: Leaf<string> | undefined
  readonly pin: Leaf<string> | undefined
  /** Only a device with that SIM. */
  readonly simId: Leaf<string> | undefined
  /** Only a device whose SIM is of that operator. */
  readonly simOperatorId: Leaf<string> | undefined
}
