import type { Leaf } from '../leaf.ts'
import type { PhysicalLink } from './physical.ts'

export type KeyManagement = 'none' | 'psk' | 'sae' | 'psk+sae'

export interface AccessPoint {
  readonly ssid: Leaf<string>
  /** `psk+sae`: a bare `password`, WPA2 or WPA3, whichever the access point has. */
  readonly keyManagement: Leaf<KeyManagement>
  /** 8 to 63 characters, or 64 hex digits for a ready PSK. */
  readonly password: Leaf<string> | undefined
  readonly bssid: Leaf<string> | undefined
  readonly band: Leaf<'2.4GHz' | '5GHz'> | undefined
  readonly channel: Leaf<number> | undefined
  readonly hidden: Leaf<boolean> | undefined
  readonly mode: Leaf<'infrastructure'> | undefined
}

export interface Wifi extends PhysicalLink {
  readonly kind: 'wifi'
  readonly accessPoints: readonly AccessPoint[]
  /** 4-address (WDS) mode. */
  readonly fourAddress: Leaf<boolean> | undefined
}
