import { type Ethernet, isInfiniband, type Match, type PhysicalLink, type Wifi, type WowlanTrigger } from '../../../model/network.ts'
import { emitLldp } from '../../../side/lldp.ts'
import { offloadFields } from '../../../side/offloads.ts'
import { regulatoryDomain } from '../../../side/regulatory-domain.ts'
import { filterByUnit } from '../../../side/sriov-unit.ts'
import { implied, nested } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs, Root } from '../documents.ts'
import { pattern, word, yesNo } from '../format.ts'
import { deviceGroup, line, type NmAt, type NmHandler } from '../handlers.ts'
import { accessPointFields, profileOf } from './access-point.ts'
import { wired } from './authentication.ts'
import { common } from './common.ts'
import { isOne, matchName, several } from './match.ts'
import { virtualFunctions } from './virtual-functions.ts'

const renamed = ({ link }: NmAt): boolean => (link as PhysicalLink).setName !== undefined

/** With `set-name` the device is known by its new name, and what it is matched by stands in the .link file. */
const matched =
  <T>(handler: NmHandler<T>): NmHandler<T> =>
  (leaf, docs, at) =>
    renamed(at) ? at.context.ledger.placed(leaf) : handler(leaf, docs, at)

const matchFields: Fields<Match, Docs, NmAt> = {
  all: (leaf, docs, at) =>
    renamed(at) ? at.context.ledger.imply(leaf, 'the .link file asks for no more than the type') : several(leaf, docs),
  name: matched<string>(matchName),
  mac: matched<string>((leaf, docs, at) => docs.profiles.set(deviceGroup(at), 'mac-address', word.print(leaf.value), leaf)),
  drivers: matched<string>((leaf, docs, at) => {
    if (!isOne(at)) several(leaf, docs)
    return docs.profiles.append('match', 'driver', pattern.print(leaf.value), leaf)
  }),
}

const physical = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  setName: (leaf, docs) => docs.side.setName(leaf),
  wakeOnLan: (leaf, docs, { link }) =>
    // 64: the magic packet (NM_SETTING_WIRED_WAKE_ON_LAN_MAGIC); 0: off. For a radio NetworkManager has wake-on-WLAN only.
    link.kind === 'ethernet' && !isInfiniband(link)
      ? docs.profiles.set('ethernet', 'wake-on-lan', text('keyfile', leaf.value ? '64' : '0'), leaf)
      : docs.side.wakeOnLan(leaf),
  offloads: nested(
    (docs: Docs) => docs,
    offloadFields<Docs, NmAt>(({ ethtool }) => line('ethtool', `feature-${ethtool}`, yesNo)),
  ),
  emitLldp: (leaf, _docs, { link, context }) => emitLldp(leaf, link, context),
} satisfies Fields<PhysicalLink, Docs, NmAt>

export const ethernet = {
  ...physical,
  auth: wired,
  physicalFunction: implied('the NIC that it is a function of makes it'),
  vlanFilter: filterByUnit<Docs, Root>(),
  virtualFunctions,
  infinibandMode: line('infiniband', 'transport-mode', word),
} satisfies Fields<Ethernet, Docs, NmAt>

/** NMSettingWirelessWakeOnWLan. */
const wakeBits: Readonly<Record<WowlanTrigger, number>> = {
  default: 1,
  any: 2,
  disconnect: 4,
  magic_pkt: 8,
  gtk_rekey_failure: 16,
  eap_identity_req: 32,
  four_way_handshake: 64,
  rfkill_release: 128,
  tcp: 256,
}

export const wifi = {
  ...physical,
  fourAddress: (leaf, docs) => docs.side.fourAddress(leaf),
  wakeOnWlan: (leaf, docs, { link, context }) => {
    if (leaf.value === 'default') return context.ledger.imply(leaf, 'it is left to the driver')
    const mask = (link as Wifi).wakeOnWlan.reduce((sum, trigger) => sum | wakeBits[trigger.value], 0)
    return docs.profiles.set('wifi', 'wake-on-wlan', text('keyfile', String(mask)), leaf)
  },
  regulatoryDomain: (leaf, _docs, { context }) => regulatoryDomain(leaf, context),
  accessPoints: nested(profileOf, accessPointFields),
} satisfies Fields<Wifi, Docs, NmAt>
