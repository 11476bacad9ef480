import type { Vrf } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer } from '../format.ts'
import { line, type NmAt } from '../handlers.ts'
import { ipv4Method, ipv6Method } from '../methods.ts'
import { joins } from '../ports.ts'
import { common } from './common.ts'

export const vrf = {
  ...common,
  // NetworkManager reads both in a profile, and sets neither: its nm-device-vrf.c has no part in them.
  mac: (leaf, docs) => docs.side.macAddress(leaf),
  macPolicy: (leaf, docs) => docs.side.macPolicy(leaf),
  mtu: (leaf, docs) => docs.side.mtu(leaf),
  // The kernel gives a VRF no link-local address, whatever the method.
  linkLocal: (leaf, docs, { link, context }) => {
    docs.profiles.set('ipv4', 'method', text('keyfile', ipv4Method(link)), leaf)
    return docs.profiles.set('ipv6', 'method', text('keyfile', ipv6Method(link, context.network)), leaf)
  },
  table: line('vrf', 'table', integer),
  members: (leaf, _docs, at) => joins('vrf')(leaf, at.context.docs(leaf.value), at),
} satisfies Fields<Vrf, Docs, NmAt>
