import { namelessReason } from '../../side/side.ts'
import { Inexpressible, text } from '../text.ts'
import { byRenderer, type NetplanHandler, passthrough } from './handlers.ts'

/** The device below says what stands on it, in a drop-in for the file that netplan generates; to NetworkManager the device itself says it. */
export const standsOn = (key: 'MACVLAN' | 'MACVTAP' | 'IPVLAN'): NetplanHandler<string> =>
  byRenderer(
    (leaf, _docs, { link, context }) =>
      context
        .docs(leaf.value)
        .networkDropIn.section('Network')
        .add(key, text('ini', link.interface?.value ?? link.id), leaf),
    (leaf, docs, at) => {
      const name = at.context.link(leaf.value).interface?.value
      if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
      return passthrough('macvlan.parent', () => name)(leaf, docs, at)
    },
  )
