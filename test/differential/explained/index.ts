import { advertisements } from './advertisements.ts'
import { auth } from './auth.ts'
import { bonds } from './bonds.ts'
import { both } from './both.ts'
import type { Explanation } from './explanation.ts'
import { loopback } from './loopback.ts'
import { networkd } from './networkd.ts'
import { networkmanager } from './networkmanager.ts'
import { openvswitch } from './openvswitch.ts'
import { pairs } from './pairs.ts'
import { sriov } from './sriov.ts'
import { tunnels } from './tunnels.ts'
import { vrfs } from './vrfs.ts'
import { wireguard } from './wireguard.ts'

/** Every known difference between what netplan generates and what we write. */
export const explained: readonly Explanation[] = [
  ...advertisements,
  ...auth,
  ...bonds,
  ...both,
  ...loopback,
  ...networkd,
  ...networkmanager,
  ...sriov,
  ...openvswitch,
  ...pairs,
  ...tunnels,
  ...vrfs,
  ...wireguard,
]
