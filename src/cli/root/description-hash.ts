import { hash } from 'node:crypto'
import type { Source } from '../../description/source.ts'

/** The sha256 of a description: of its files' texts, one after the other. Of a single file it is what sha256sum(1) prints. */
export const descriptionHash = (source: Source): string => hash('sha256', source.map(({ text }) => text).join(''))
