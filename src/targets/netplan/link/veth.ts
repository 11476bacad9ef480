import { makesPair, type Veth } from '../../../model/network.ts'
import { implied, when } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import { type Docs, portName } from '../documents.ts'
import { isForeign } from '../foreign.ts'
import { word } from '../format.ts'
import { byRenderer, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { common } from './common.ts'

const key: NetplanHandler<string> = (leaf, { definition }, { context }) =>
  definition.set('peer', word.print(portName(leaf.value, context.network)), leaf)

const inNetdev: NetplanHandler<string> = (leaf, { netdev }, { context }) =>
  netdev.section('Peer').set('Name', text('ini', portName(leaf.value, context.network)), leaf)

export const veth = {
  ...common,
  peer: when(
    (_leaf, { link, context }) => isForeign(link, context),
    byRenderer(
      when((_leaf, { link }) => makesPair(link as Veth), inNetdev, implied('the .netdev file of the other end says so')),
      (leaf, docs, at) => passthrough('veth.peer', () => portName(leaf.value, at.context.network))(leaf, docs, at),
    ),
    key,
  ),
} satisfies Fields<Veth, Docs, NetplanAt>
