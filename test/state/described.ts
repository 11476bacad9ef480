import type { Leaf } from '../../src/model/leaf.ts'
import type { Network } from '../../src/model/network.ts'
import type { Accounts } from '../../src/targets/context.ts'

/** What a stack is known to do otherwise. */
export interface Exceptions {
  /** The alias comes from a .link file or an udev rule, and no udev runs in the lab. */
  readonly aliasNeedsUdev?: true
  /** NetworkManager leaves the forward delay alone while STP is off. The kernel keeps its 15 s and does not use them then. */
  readonly noDelayWithoutStp?: true
  /** Nothing in the lab writes resolv.conf. */
  readonly noResolver?: true
}

/** What the kernel's state is compared with. */
export interface Described {
  readonly network: Network
  readonly accounts: Accounts
  /** The MACs of the cards by the ids of their definitions, in the order of their cables: what is at the far ends is in lab-far.sh. */
  readonly nics: Readonly<Record<string, string>>
  /** The ids of NICs that are described, and not in the machine. */
  readonly absent?: readonly string[]
  readonly exceptions: Exceptions
}

/** One line if a value is not what the description says; nothing if it says nothing. */
export const expectValue = (what: string, expected: unknown, found: unknown): readonly string[] =>
  expected === undefined || expected === found ? [] : [`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`]

/** The same for a value that a leaf holds, as the kernel spells it. */
export const expectLeaf = <T>(
  what: string,
  leaf: Leaf<T> | undefined,
  found: unknown,
  spell: (value: T) => unknown = v => v,
): readonly string[] => expectValue(what, leaf === undefined ? undefined : spell(leaf.value), found)

/** The kernel's name of a link. */
export const nameOf = ({ links }: Network, id: string): string => links.find(link => link.id === id)?.interface?.value ?? id

/** How `ip -j` shows switches. */
export const oneOrZero = (on: boolean): number => (on ? 1 : 0)
