import type { Leaf } from '../../../model/leaf.ts'
import type { PhysicalLink } from '../../../model/network.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { pattern, word } from '../format.ts'
import type { NmAt, NmHandler } from '../handlers.ts'

/** Whether no more than one device can be meant. */
export const isOne = ({ link }: NmAt): boolean => link.interface !== undefined || (link as PhysicalLink).match?.mac !== undefined

/**
 * 3: the profile may be active on several devices at once (NM_CONNECTION_MULTI_CONNECT_MULTIPLE). A profile for one device goes before it: between
 * equals NetworkManager takes the one that was active last.
 */
export const several = (leaf: Leaf<unknown>, docs: Docs) => {
  docs.profiles.set('connection', 'autoconnect-priority', text('keyfile', '-1'), leaf)
  return docs.profiles.set('connection', 'multi-connect', text('keyfile', '3'), leaf)
}

/** A name, or a pattern of names. */
export const matchName: NmHandler<string> = (leaf, docs, at) => {
  if (at.link.interface !== undefined) return docs.profiles.set('connection', 'interface-name', word.print(leaf.value), leaf)
  if (!isOne(at)) several(leaf, docs)
  return docs.profiles.append('match', 'interface-name', pattern.print(leaf.value), leaf)
}
