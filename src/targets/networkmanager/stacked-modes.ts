import type { IpvlanFlag, IpvlanMode, Link, MacvlanMode } from '../../model/network.ts'
import type { Reason } from '../ledger.ts'
import { value } from '../target.ts'

/** NMSettingMacvlanMode and NMSettingIpvlanMode of libnm. */
const macvlanModes = { vepa: 1, bridge: 2, private: 3, passthru: 4, source: 5 } as const satisfies Record<MacvlanMode, number>
const ipvlanModes = { l2: 1, l3: 2, l3s: 3 } as const satisfies Record<IpvlanMode, number>

export const macvlanNumber = (mode: MacvlanMode): string => String(macvlanModes[mode])
export const ipvlanNumber = (mode: IpvlanMode): string => String(ipvlanModes[mode])

/** The key that a flag of an ipvlan is; `bridge` is what is left without. */
export const ipvlanKey = (flag: IpvlanFlag): 'private' | 'vepa' | undefined => (flag === 'bridge' ? undefined : flag)

/** libnm takes the mode `source`, and the daemon does not make it (src/core/devices/nm-device-macvlan.c, create_and_realize). */
export const withoutSource = (link: Link, remedy: string): Reason | undefined =>
  (link.kind === 'macvlan' || link.kind === 'macvtap') && link.mode.value === 'source'
    ? value('NetworkManager does not make macvlans in mode `source`', remedy)
    : undefined
