import { addManifest, manifestOf, manifestText } from '../../formats/manifest.ts'
import { manifestPath } from '../../formats/manifest-path.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { version } from '../emit.ts'
import { entryOf } from './manifest.ts'
import { wantedOf } from './wanted.ts'

/** The manifest that whoever writes an answer's files by other means has to write with them, so that `render --root` and `diff` know them again. */
export const manifestOfAnswer = (answer: TargetAnswer, description: string): { readonly path: string; readonly content: string } => ({
  path: manifestPath(answer.target),
  content: manifestText(manifestOf({ answer, netglot: version, description }, wantedOf(answer).map(entryOf))),
})

/** An answer with its manifest among its files, for whoever writes all of them. */
export const withManifest = (answer: TargetAnswer, description: string): TargetAnswer =>
  answer.files.length + answer.links.length === 0 ? answer : addManifest(answer, manifestOfAnswer(answer, description).content)
