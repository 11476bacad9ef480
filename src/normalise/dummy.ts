import type { DummyDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { Dummy } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Scope } from './scope.ts'

/** A dummy device. */
export const dummy = ({ id, place, renderer }: Definition<DummyDescription>, scope: Scope): Dummy => ({
  kind: 'dummy',
  ...commonLink(id, 'dummy', place, scope),
  renderer,
  interface: madeName(id, place, scope.report),
  macFrom: undefined,
  optional: place.leaf('optional') ?? silent(false),
})
