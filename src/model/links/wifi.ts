import type { Leaf } from '../leaf.ts'
import type { Eap, KeyManagement } from './authentication.ts'
import type { ManagerSettings } from './network-manager.ts'
import type { PhysicalLink } from './physical.ts'

export type WowlanTrigger =
  | 'default'
  | 'any'
  | 'disconnect'
  | 'magic_pkt'
  | 'gtk_rekey_failure'
  | 'eap_identity_req'
  | 'four_way_handshake'
  | 'rfkill_release'
  | 'tcp'

/** `ap`: be an access point, and share the other networks of the machine. */
export type WifiMode = 'infrastructure' | 'ap' | 'adhoc'

export interface AccessPoint {
  readonly ssid: Leaf<string>
  /** `psk+sae`: a bare `password`, WPA2 or WPA3, whichever the access point has. */
  readonly keyManagement: Leaf<KeyManagement>
  /** 8 to 63 characters, or 64 hex digits for a ready PSK. */
  readonly password: Leaf<string> | undefined
  /** For networks where a server knows each user. */
  readonly eap: Eap | undefined
  readonly bssid: Leaf<string> | undefined
  readonly band: Leaf<'2.4GHz' | '5GHz'> | undefined
  readonly channel: Leaf<number> | undefined
  readonly hidden: Leaf<boolean> | undefined
  readonly mode: Leaf<WifiMode> | undefined
  readonly networkManager: ManagerSettings | undefined
}

export interface Wifi extends PhysicalLink {
  readonly kind: 'wifi'
  readonly accessPoints: readonly AccessPoint[]
  /** What wakes the machine; nothing is left to the driver. `tcp`: a connection that the radio holds. */
  readonly wakeOnWlan: readonly Leaf<WowlanTrigger>[]
  /** The country whose rules hold; of several radios the first has a say. */
  readonly regulatoryDomain: Leaf<string> | undefined
  /** 4-address (WDS) mode. */
  readonly fourAddress: Leaf<boolean> | undefined
}
