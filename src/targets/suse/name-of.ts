import { namelessReason } from '../../side/side.ts'
import { Inexpressible } from '../text.ts'
import type { SuseContext } from './documents.ts'

/** The kernel's name of a link, which is how wicked's files name it. Throws Inexpressible where nothing tells it. */
export const nameOf = (id: string, context: SuseContext): string => {
  const name = context.link(id).interface?.value
  if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  return name
}
