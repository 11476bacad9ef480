import type { Bond, BondPort } from '../../../model/network.ts'
import { nested, written } from '../../handlers.ts'
import { commandFields } from '../../interfaces/bond.ts'
import type { Docs, InterfacesAt, Root } from '../../interfaces/documents.ts'
import { shellWord } from '../../interfaces/format.ts'
import { word } from '../../interfaces/option.ts'
import { nameOf } from '../../interfaces/parent.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'
import { inherit } from './inherit-mac.ts'

/*
 * A bond is made by commands, like a bridge: the executor `bond` knows fewer parameters, and Alpine has the script of its package `bonding` in
 * its place.
 */

interface Port {
  readonly docs: Docs
  readonly name: string
}

/** A port that is missing must not keep the bond from getting its addresses. The kernel takes only ports that are down. */
const portFields: Fields<BondPort, Port, InterfacesAt> = {
  link: (leaf, { docs: { stanzas }, name }) =>
    stanzas.first.run('attach', `ip link set dev ${name} down && ip link set dev ${name} master $IFACE || true`, leaf),
  primary: (leaf, { docs: { stanzas }, name }) =>
    stanzas.first.run('attach', `ip link set dev $IFACE type bond primary ${name} || true`, leaf),
}

const ports = nested<BondPort, Root, Docs, Port>(
  (docs, port, { context }) => ({ docs, name: shellWord(nameOf(port.link.value, context.network)) }),
  portFields,
)

const flag = (value: boolean): number => (value ? 1 : 0)

export const bond = {
  ...common,
  macFrom: inherit,
  ...commandFields,
  ports,
  mode: word('mode'),
  miiMonitor: written(word('miimon')),
  upDelay: word('updelay'),
  downDelay: word('downdelay'),
  lacpRate: word('lacp_rate'),
  minLinks: word('min_links'),
  hashPolicy: word('xmit_hash_policy'),
  allPortsActive: word('all_slaves_active', flag),
  failOverMac: word('fail_over_mac'),
  gratuitousArp: word('num_grat_arp'),
  primaryReselect: word('primary_reselect'),
  arpAllTargets: word('arp_all_targets'),
  resendIgmp: word('resend_igmp'),
  learnInterval: word('lp_interval'),
} satisfies Fields<Bond, Docs, InterfacesAt>
