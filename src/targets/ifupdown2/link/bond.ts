import type { Bond } from '../../../model/network.ts'
import { implied, lost, when } from '../../handlers.ts'
import { bondFields, commandFields, hashPolicyByCommand } from '../../interfaces/bond.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { integer } from '../../interfaces/format.ts'
import { inheritMac } from '../../interfaces/inherit-mac.ts'
import { option } from '../../interfaces/option.ts'
import { ownMac } from '../../interfaces/own-mac.ts'
import { absent, type Fields } from '../../target.ts'
import { common } from './common.ts'

/** The kernel takes it only while the bond has no ports (bond_options.c, BOND_OPTFLAG_NOSLAVES), and ifupdown2 has none of its own. */
const tooLate = absent(
  'it has no such option, and a command would come when the bond has its ports, which is too late',
  'use classic ifupdown, or leave it out',
)

export const bond = {
  ...common,
  // For `hwaddress` it takes the ports down, and may leave the last one so: whether to bring it up it asks a cache that has not heard of that yet (addons/address.py).
  mac: ownMac((leaf, { stanzas }) => stanzas.first.run('before', `ip link set dev $IFACE address ${leaf.value}`, leaf)),
  macFrom: inheritMac('the MAC of the first port that joins it'),
  ...bondFields,
  ...commandFields,
  hashPolicy: hashPolicyByCommand,
  minLinks: option('bond-min-links', integer),
  failOverMac: when(leaf => leaf.value === 'none', implied('it is the kernel’s own policy'), lost(tooLate)),
} satisfies Fields<Bond, Docs, InterfacesAt>
