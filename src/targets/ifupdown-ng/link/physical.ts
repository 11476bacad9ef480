import type { Ethernet, PhysicalLink, Wifi } from '../../../model/network.ts'
import { emitLldp } from '../../../side/lldp.ts'
import { accessPointFields } from '../../../side/wpa-supplicant.ts'
import { nested } from '../../handlers.ts'
import type { Docs, InterfacesAt, Root } from '../../interfaces/documents.ts'
import { shellWord } from '../../interfaces/format.ts'
import { offloadCommand } from '../../interfaces/offload-command.ts'
import { fourAddress, matchFields, type StartSupplicant, supplicant } from '../../interfaces/physical.ts'
import { hardware } from '../../interfaces/sriov.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'
import { rename } from './rename.ts'

const physical = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  setName: rename,
  // The executor would take the interface down where the NIC can't do it.
  wakeOnLan: (leaf, { stanzas }, { context }) => {
    context.answer.require('ethtool', 'ethtool in the command lines')
    return stanzas.first.run('after', `ethtool -s $IFACE wol ${leaf.value ? 'g' : 'd'}`, leaf)
  },
  offloads: offloadCommand,
  emitLldp: (leaf, _docs, { link, context }) => emitLldp(leaf, link, context),
} satisfies Fields<PhysicalLink, Docs, InterfacesAt>

/** The executor wifi comes before all commands of the stanza, so before a name and four addresses, and has no wired driver. */
const byCommand: StartSupplicant = ({ stanzas }, driver, path) => {
  const number = '/run/netglot-wpa.$IFACE.pid'
  const line = `wpa_supplicant -B -i $IFACE -D ${driver} -c ${shellWord(path)} -P ${number} || true`
  stanzas.first.runExtra('supplicant', line, `starts wpa_supplicant for the ${driver === 'wired' ? 'NIC' : 'radio'}`)
  stanzas.first.runExtra('remove', `kill $(cat ${number}) || true`, 'ends wpa_supplicant')
}

const { accessPoint, radio, wired } = supplicant(byCommand)

export const ethernet = { ...physical, auth: wired, ...hardware } satisfies Fields<Ethernet, Docs, InterfacesAt>

export const wifi = {
  ...physical,
  fourAddress,
  ...radio,
  accessPoints: nested(accessPoint, accessPointFields<Root, Docs>()),
} satisfies Fields<Wifi, Docs, InterfacesAt>
