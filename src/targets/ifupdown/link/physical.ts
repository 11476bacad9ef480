import type { Ethernet, PhysicalLink, Wifi } from '../../../model/network.ts'
import { emitLldp } from '../../../side/lldp.ts'
import { offloadFields } from '../../../side/offloads.ts'
import { accessPointFields } from '../../../side/wpa-supplicant.ts'
import { nested } from '../../handlers.ts'
import type { Docs, InterfacesAt, Root } from '../../interfaces/documents.ts'
import { onOff, word } from '../../interfaces/format.ts'
import { accessPoint, fourAddress, matchFields, radio, wired } from '../../interfaces/physical.ts'
import { hardware } from '../../interfaces/sriov.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

const physical = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  setName: (leaf, { side }) => side.setName(leaf),
  wakeOnLan: (leaf, { stanzas }, { context }) => {
    context.answer.require('ethtool', 'ethernet-wol is read by its hook')
    return stanzas.first.option('ethernet-wol', word.print(leaf.value ? 'g' : 'd'), leaf)
  },
  offloads: nested(
    (docs: Docs) => docs,
    offloadFields<Docs, InterfacesAt>(({ ethtool }) => (leaf, { stanzas }, { context }) => {
      context.answer.require('ethtool', 'the offload- options are read by its hook')
      return stanzas.first.option(`offload-${ethtool}`, onOff.print(leaf.value), leaf)
    }),
  ),
  emitLldp: (leaf, _docs, { link, context }) => emitLldp(leaf, link, context),
} satisfies Fields<PhysicalLink, Docs, InterfacesAt>

export const ethernet = { ...physical, auth: wired, ...hardware } satisfies Fields<Ethernet, Docs, InterfacesAt>

export const wifi = {
  ...physical,
  fourAddress,
  ...radio,
  accessPoints: nested(accessPoint, accessPointFields<Root, Docs>()),
} satisfies Fields<Wifi, Docs, InterfacesAt>
