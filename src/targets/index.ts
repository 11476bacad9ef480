import { ifupdown } from './ifupdown/index.ts'
import { ifupdownNg } from './ifupdown-ng/index.ts'
import { ifupdown2 } from './ifupdown2/index.ts'
import { netplan } from './netplan/index.ts'
import { networkd } from './networkd/index.ts'
import { networkmanager } from './networkmanager/index.ts'
import { suse } from './suse/index.ts'
import type { AnyTarget } from './target.ts'

/** Every target, by its name. A new one is a folder and a line here. */
export const targets: Readonly<Record<string, AnyTarget>> = {
  ifupdown,
  ifupdown2,
  'ifupdown-ng': ifupdownNg,
  netplan,
  networkd,
  networkmanager,
  suse,
}
