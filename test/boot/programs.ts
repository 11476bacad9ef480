import { join } from 'node:path'
import { root } from '../fixtures.ts'
import type { Case } from './cases.ts'

/** The programs that go with a case, by the names that the guest has for them. */
export const programsOf = ({ accessPoint, probe }: Case): Readonly<Record<string, string>> => ({
  ...(accessPoint === undefined ? {} : { 'access-point.sh': join(root, 'test/boot/access-point.sh') }),
  ...(probe === undefined ? {} : { probe: join(root, 'test/boot/probes', probe) }),
})
