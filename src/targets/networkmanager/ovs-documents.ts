import type { Link } from '../../model/network.ts'
import { fileName } from '../../side/names.ts'
import { OvsDeviceUnit } from '../../side/ovs-device-unit.ts'
import type { Side } from '../../side/side.ts'
import type { Docs, NmContext, Root } from './documents.ts'
import { openProfile } from './open-profile.ts'
import type { Profile } from './profiles.ts'

/**
 * NetworkManager has a device of Open vSwitch in up to three profiles: a bridge, a port of it, and an interface of the port, which is the device's own
 * and has its addresses (NetworkManager's nm-openvswitch(7)).
 */
export interface OvsDocs {
  readonly bridge: Profile | undefined
  readonly port: Profile | undefined
  /** What no profile has a word for. */
  readonly unit: OvsDeviceUnit<Root, Docs> | undefined
}

export function openOvs(link: Link, side: Side<Root, Docs>, context: NmContext): OvsDocs {
  const file = fileName(link.id)
  if (link.kind !== 'ovs-bridge' && link.kind !== 'ovs-vlan') return { bridge: undefined, port: undefined, unit: undefined }
  return {
    bridge: link.kind === 'ovs-bridge' ? openProfile(`${file}-bridge`, 'ovs-bridge', link, context) : undefined,
    port: openProfile(`${file}-port`, 'ovs-port', link, context),
    unit: new OvsDeviceUnit(link, side, context),
  }
}
