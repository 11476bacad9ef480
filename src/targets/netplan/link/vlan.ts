import type { Vlan } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import { type Docs, portName } from '../documents.ts'
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
      passthrough('vlan.protocol', protocol => protocol),
    ),
  ),
} satisfies Fields<Vlan, Docs, NetplanAt>
