import { addManifest, fileEntry, linkEntry, manifestOf, manifestText } from '../../src/formats/manifest.ts'
import { tar } from '../../src/formats/tar.ts'
import { render, type Source, type TargetAnswer } from '../../src/index.ts'
import type { Answers } from '../protocol.ts'

declare const NETGLOT_VERSION: string

/** What `render --format tar` writes. */
export async function archive(source: Source, target: string, allowLoss: boolean): Promise<Answers['tar']> {
  const [made] = render(source, { targets: [target], allowLoss: allowLoss || [] }).targets
  if (made === undefined || made.failed) return undefined
  const bytes = tar.print(await known(made, source), { accounts: { users: {}, groups: {} }, epoch: 0 })
  return typeof bytes === 'string' ? undefined : bytes
}

/** With the manifest by which netglot knows the files again; without it where the browser has no sha256: it has one on https, on this machine, and of files. */
const known = async (answer: TargetAnswer, source: Source): Promise<TargetAnswer> => {
  if (globalThis.crypto?.subtle === undefined || answer.files.length + answer.links.length === 0) return answer
  const files = await Promise.all(answer.files.map(async file => fileEntry(file, await sha256(file.content))))
  const description = await sha256(source.map(({ text }) => text).join(''))
  const entries = [...files, ...answer.links.map(linkEntry)]
  return addManifest(answer, manifestText(manifestOf({ answer, netglot: NETGLOT_VERSION, description }, entries)))
}

const sha256 = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
