import type { LinkBase, Macvlan, Macvtap } from '../../model/network.ts'
import { addSource } from '../../side/macvlan-command.ts'
import type { Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesHandler } from './documents.ts'
import { shellWord } from './format.ts'
import { word } from './option.ts'
import { parentWord } from './parent.ts'

type Common<N> = Fields<N, Docs, InterfacesAt>

/** The kernel numbers the character devices by the index of the interface. */
const tapPath = '/dev/tap$(cat /sys/class/net/$IFACE/ifindex)'

const account =
  (program: (name: string) => string): InterfacesHandler<string> =>
  (leaf, { stanzas }) =>
    stanzas.first.run('before', program(shellWord(leaf.value)), leaf)

/** The table of a macvlan, from the dialect's table of what every link has; `parent` is the dialect's way to have the device below first. */
export const macvlanTable = (common: Common<LinkBase>, parent = parentWord): Common<Macvlan> => ({
  ...common,
  parent,
  mode: word('mode'),
  sourceMacs: (leaf, { stanzas }, { link }) => stanzas.first.run('before', addSource('$IFACE', link.kind, leaf.value), leaf),
})

export const macvtapTable = (common: Common<LinkBase>, parent = parentWord): Common<Macvtap> => ({
  ...macvlanTable(common, parent),
  owner: account(name => `chown ${name} ${tapPath}`),
  group: account(name => `chgrp ${name} ${tapPath} && chmod 660 ${tapPath}`),
})
