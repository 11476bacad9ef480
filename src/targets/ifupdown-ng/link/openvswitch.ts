import { ovsTables } from '../../interfaces/openvswitch.ts'
import { below } from '../../interfaces/parent.ts'
import { text } from '../../text.ts'
import { asksDhcpcd } from '../plan.ts'
import { common, refuseName } from './common.ts'

/** What Open vSwitch makes: ifupdown-ng has no executor for it, and the hook of Alpine's package is that of Debian's. */
export const openvswitch = ovsTables(common, {
  refuseName: ({ link }) => refuseName(link.id),
  keepMtu: (leaf, { configuration }, { link, context }) => {
    if (asksDhcpcd(link, context.network)) configuration.add(text('shell', 'nooption interface_mtu'), leaf)
  },
  bridgeFirst: below('requires', (leaf, _docs, { context }) => context.ledger.placed(leaf)),
})
