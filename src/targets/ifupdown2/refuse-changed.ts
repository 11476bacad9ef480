import { Inexpressible } from '../text.ts'

/**
 * ifupdown2 reads a line otherwise than it stands there when it holds a backslash, which becomes a blank, or a %, which sends the whole file
 * through python3-mako, or warns where that is not installed (ifupdown/networkinterfaces.py).
 */
export function refuseChanged(line: string): void {
  const culprit = /[\\%]/.exec(line)?.[0]
  if (culprit === undefined) return
  const why = culprit === '%' ? 'ifupdown2 takes a file with a % for a template' : 'ifupdown2 makes a blank of a backslash'
  throw new Inexpressible(why, `leave the ${culprit} out`)
}

/** A % sends the file through mako from within a comment too; the description's own escape is as exact and no sign of mako's. */
export const harmlessComment = (line: string): string => line.replaceAll('%', '\\u0025')
