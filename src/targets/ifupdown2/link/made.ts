import type { LinkBase } from '../../../model/network.ts'
import { aliasCommand } from '../../interfaces/commands.ts'
import type { Docs, InterfacesAt } from '../../interfaces/documents.ts'
import { ownMac } from '../../interfaces/own-mac.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'
import { linkLocal } from './ipv6.ts'

/**
 * What every link has, for a device that a `pre-up` command has just made: ifupdown2 hears of it by netlink a little later, and until then its
 * address addon passes over alias, MTU, MAC and addresses of the stanza without a word (ifupdown2 3.0, addons/address.py, _pre_up). So they
 * are commands. The MTU comes after that addon, which puts back 1500 where the stanza has none.
 */
export const made = {
  ...common,
  mac: ownMac((leaf, { stanzas }) => stanzas.first.run('before', `ip link set dev $IFACE address ${leaf.value}`, leaf)),
  mtu: (leaf, { stanzas, hook }, { link }) => {
    if (link.dhcp4.value) hook.add('unset new_interface_mtu', leaf)
    return stanzas.first.run('alias', `ip link set dev $IFACE mtu ${leaf.value}`, leaf)
  },
  alias: aliasCommand,
  // The option stays: outside the boot the addon would switch the address on again, once it knows the device.
  linkLocal: (leaf, docs, at) => {
    if (!leaf.value.ipv6 && at.link.controller === undefined)
      docs.stanzas.first.run('before', 'ip link set dev $IFACE addrgenmode none', leaf)
    return linkLocal(leaf, docs, at)
  },
} satisfies Fields<LinkBase, Docs, InterfacesAt>
