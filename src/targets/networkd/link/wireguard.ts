import type { Wireguard } from '../../../model/network.ts'
import { noMac } from '../../../side/mac-policy.ts'
import { wireguardNetdev } from '../../../side/wireguard-netdev.ts'
import { lost } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import type { NetworkdAt } from '../handlers.ts'
import { common } from './common.ts'

export const wireguard = {
  ...common,
  mac: lost(noMac),
  ...wireguardNetdev<undefined, Docs>(docs => docs.netdev),
} satisfies Fields<Wireguard, Docs, NetworkdAt>
