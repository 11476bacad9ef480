import { makesPair, type Veth } from '../../../model/network.ts'
import { implied, when } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import { type NetworkdAt, type NetworkdHandler, netdev } from '../handlers.ts'
import { common } from './common.ts'

/** The .netdev file of the end that makes both says all of the other one that must hold when it is made. */
const atMaker = <T>(own: NetworkdHandler<T>, other: NetworkdHandler<T>): NetworkdHandler<T> =>
  when(
    (_leaf, { link }) => makesPair(link as Veth),
    own,
    (leaf, _docs, at) => other(leaf, at.context.docs((at.link as Veth).peer.value), at),
  )

export const veth = {
  ...common,
  mac: atMaker(netdev('NetDev', 'MACAddress', word), netdev('Peer', 'MACAddress', word)),
  macPolicy: atMaker(common.macPolicy, (leaf, docs, { link, context }) => {
    if (leaf.value === 'random') docs.netdev.section('Peer').set('MACAddress', text('ini', 'none'), leaf)
    return context.docs(link.id).side.macPolicy(leaf)
  }),
  peer: atMaker(
    (leaf, docs, { context }) =>
      docs.netdev.section('Peer').set('Name', word.print(context.link(leaf.value).interface?.value ?? leaf.value), leaf),
    implied('the .netdev file of the other end says so'),
  ),
} satisfies Fields<Veth, Docs, NetworkdAt>
