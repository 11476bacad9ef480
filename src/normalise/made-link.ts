import type { Common } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { LinkKind } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Scope } from './scope.ts'

/** A device that the kernel makes, called as its definition; `optional` is what silence means. */
export const madeLink = <K extends LinkKind>(kind: K, { id, place, renderer }: Definition<Common>, scope: Scope, optional = false) =>
  Object.assign(commonLink(id, kind, place, scope), {
    kind,
    renderer,
    interface: madeName(id, place, scope.report),
    macFrom: undefined,
    optional: place.leaf('optional') ?? silent(optional),
  })
