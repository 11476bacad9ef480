import type { Ethernet, PhysicalLink, Wifi } from '../../../model/network.ts'
import { emitLldp } from '../../../side/lldp.ts'
import { accessPointFields } from '../../../side/wpa-supplicant.ts'
import { nested } from '../../handlers.ts'
import type { Docs, InterfacesAt, Root } from '../../interfaces/documents.ts'
import { offloadCommand } from '../../interfaces/offload-command.ts'
import { accessPoint, fourAddress, matchFields, radio, wired } from '../../interfaces/physical.ts'
import { hardware } from '../../interfaces/sriov.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

const physical = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  setName: (leaf, { side }) => side.setName(leaf),
  wakeOnLan: (leaf, { stanzas }, { context }) => {
    context.answer.require('ethtool', 'ethtool in the command lines')
    return stanzas.first.run('after', `ethtool -s $IFACE wol ${leaf.value ? 'g' : 'd'}`, leaf)
  },
  // ifupdown2 has options such as gro-offload, but sets nothing where it thinks that the NIC has it so already, and it takes that from the
  // first NIC it looked at, and every `segmentation` for an `on` (ifupdown2 3.0, addons/ethtool.py).
  offloads: offloadCommand,
  emitLldp: (leaf, _docs, { link, context }) => emitLldp(leaf, link, context),
} satisfies Fields<PhysicalLink, Docs, InterfacesAt>

export const ethernet = { ...physical, auth: wired, ...hardware } satisfies Fields<Ethernet, Docs, InterfacesAt>

export const wifi = {
  ...physical,
  fourAddress,
  ...radio,
  accessPoints: nested(accessPoint, accessPointFields<Root, Docs>()),
} satisfies Fields<Wifi, Docs, InterfacesAt>
