import { manifestPath } from '../../formats/manifest-path.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { version } from '../emit.ts'
import { entryOf, manifestOf, manifestText } from './manifest.ts'
import { wantedOf } from './wanted.ts'

/** The manifest that whoever writes an answer's files by other means has to write with them, so that `render --root` and `diff` know them again. */
export const manifestOfAnswer = (answer: TargetAnswer, description: string): { readonly path: string; readonly content: string } => ({
  path: manifestPath(answer.target),
  content: manifestText(manifestOf({ answer, netglot: version, description }, wantedOf(answer).map(entryOf))),
})

/** An answer with its manifest among its files, for whoever writes all of them. */
export const withManifest = (answer: TargetAnswer, description: string): TargetAnswer => {
  if (answer.files.length + answer.links.length === 0) return answer
  const { path, content } = manifestOfAnswer(answer, description)
  const manifest = { path, content, mode: '0600', owner: 'root', group: 'root', secret: false, lines: [] }
  return Object.assign({}, answer, { files: [...answer.files, manifest] })
}
