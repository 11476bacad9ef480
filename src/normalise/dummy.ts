import type { DummyDescription } from '../description/schema/index.ts'
import type { Dummy } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { madeLink } from './made-link.ts'
import type { Scope } from './scope.ts'

/** A dummy device. */
export const dummy = (definition: Definition<DummyDescription>, scope: Scope): Dummy => madeLink('dummy', definition, scope)
