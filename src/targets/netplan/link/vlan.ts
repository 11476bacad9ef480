import type { LooseVlan, Vlan } from '../../../model/network.ts'
import { lost, when, written } from '../../handlers.ts'
import { type Fields, version } from '../../target.ts'
import { text } from '../../text.ts'
import { type Docs, portName } from '../documents.ts'
import { orSetting } from '../foreign.ts'
import { integer, word } from '../format.ts'
import { byRenderer, key, type NetplanAt, passthrough } from '../handlers.ts'
import { common } from './common.ts'

export const vlan = {
  ...common,
  parent: (leaf, { definition }, { context }) => definition.set('link', word.print(portName(leaf.value, context.network)), leaf),
  tag: key('id', integer),
  // netplan has no word for it.
  protocol: written(
    byRenderer(
      (leaf, { netdevDropIn }) => netdevDropIn.section('VLAN').set('Protocol', text('ini', leaf.value.toLowerCase()), leaf),
      when(
        ({ value }, { context }: NetplanAt) => value !== '802.1Q' && context.olderThan('1.42', 'networkmanager'),
        lost(version('NetworkManager has another protocol of VLANs than 802.1Q since 1.42', 'choose networkd as the renderer')),
        passthrough('vlan.protocol', protocol => protocol),
      ),
    ),
  ),
} satisfies Fields<Vlan, Docs, NetplanAt>

export const looseVlan = {
  ...vlan,
  parent: orSetting('vlan.parent', key('link', word)),
  tag: orSetting('vlan.id', key('id', integer)),
} satisfies Fields<LooseVlan, Docs, NetplanAt>
