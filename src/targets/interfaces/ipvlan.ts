import type { Ipvlan, LinkBase } from '../../model/network.ts'
import { macOfLower } from '../mac-of-lower.ts'
import type { Fields } from '../target.ts'
import type { Docs, InterfacesAt, Root } from './documents.ts'
import { command } from './format.ts'
import { word } from './option.ts'
import { parentWord } from './parent.ts'

type Common<N> = Fields<N, Docs, InterfacesAt>

/** The table of an ipvlan, from the dialect's table of what every link has; `parent` is the dialect's way to have the device below first. */
export const ipvlanTable = (common: Common<LinkBase>, parent = parentWord): Common<Ipvlan> => ({
  ...common,
  ...macOfLower<Docs, Root>(),
  parent,
  mode: word('mode'),
  flag: (leaf, { create }) => create.set('flag', command(leaf.value), leaf),
})
