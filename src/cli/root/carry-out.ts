import { rmdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { backupOf } from '../../formats/backup-name.ts'
import { type Entry, type Manifest, manifestOf, manifestText } from '../../formats/manifest.ts'
import { manifestPath } from '../../formats/manifest-path.ts'
import type { InTheWay } from '../obstacles.ts'
import { below, statsOf, Unsafe } from '../safe-path.ts'
import { entryOf } from './manifest.ts'
import type { Placed } from './places.ts'
import type { Plan } from './plan.ts'
import { fingerprintOf, presentAt } from './present.ts'
import type { Staged, Transaction } from './transaction.ts'
import { isRoot, modeOf } from './wanted.ts'

/** Whether a plan leaves all as it is. */
export const isDone = (plan: Plan): boolean => isInPlace(plan) && manifestsAfter(plan).length === 0

/** Whether all but the manifests is as it should be. */
export const isInPlace = ({ changes, prune, backUp }: Plan): boolean => changes.length + prune.length + backUp.length === 0

/**
 * Carries out a plan in an order in which a run may end anywhere and the next one knows what it finds: every file is written in full beside its place;
 * the manifest names what is old and what is new; the files get their names; what is to go goes; the manifest names what is there.
 */
export function carryOut(plan: Plan, transaction: Transaction): void {
  const { root, changes, prune, backUp } = plan
  const replaced = new Set(changes.map(({ file }) => file))
  const backups = backUp.flatMap(one => backup(one, replaced))
  const staged = changes.map(change => stage(change, transaction))
  if (!isInPlace(plan)) writeManifest(root, manifestDuring(plan), transaction)
  transaction.sync()
  for (const { file, to } of backups.filter(({ file }) => replaced.has(file))) transaction.copy(file, to)
  for (const one of staged) transaction.put(one)
  transaction.sync()
  for (const { file, to } of backups.filter(({ file }) => !replaced.has(file))) transaction.move(file, to)
  for (const { file } of prune) transaction.remove(file)
  transaction.sync()
  for (const change of manifestsAfter(plan))
    if (change.text === undefined) transaction.remove(below(root, change.path))
    else writeManifest(root, change.manifest, transaction)
  transaction.sync()
}

/** Removes folders of drop-ins that are empty now: systemd would read them in vain, and they were made for the drop-in. */
export function removeEmptied({ prune, backUp }: Plan): void {
  for (const folder of new Set([...prune, ...backUp].map(({ file }) => dirname(file)).filter(folder => /\.\w+\.d$/.test(basename(folder)))))
    try {
      rmdirSync(folder)
    } catch {
      // Something else is in it.
    }
}

interface Backup {
  readonly file: string
  readonly to: string
}

/** Where a file in the way goes, which must be free. A run that was killed may have made the backup already. */
const backup = ({ file }: InTheWay, replaced: ReadonlySet<string>): Backup[] => {
  const to = backupOf(file)
  const [there, present] = [presentAt(to), presentAt(file)]
  if (there === undefined) return [{ file, to }]
  if (replaced.has(file) && there.fingerprint !== '' && there.fingerprint === present?.fingerprint) return []
  throw new Unsafe(to, 'there is a backup already: move it away first')
}

const stage = ({ wanted, file, present }: Placed, transaction: Transaction): Staged => {
  const isNew = present === undefined
  return 'file' in wanted
    ? transaction.stage(file, { text: wanted.file.content, mode: modeOf(wanted), owner: wanted.owner }, isNew)
    : transaction.stageLink(file, wanted.to, isNew)
}

/** A hash tells who guesses whether he guessed the password in a file, so only root may read it. */
const writeManifest = (root: string, manifest: Manifest, transaction: Transaction): void =>
  transaction.put(
    transaction.stage(below(root, manifestPath(manifest.target)), {
      text: manifestText(manifest),
      mode: 0o600,
      owner: isRoot() ? { uid: 0, gid: 0 } : undefined,
    }),
  )

/** What a file may be until all is done: new, or what it was if that was netglot's. What is to go is still there. */
const manifestDuring = (plan: Plan): Manifest => {
  const { answer, known, placed, root } = plan
  const own = new Set(placed.map(({ wanted }) => wanted.path))
  const going = known.manifests
    .filter(({ target }) => target === answer.target)
    .flatMap(({ files }) => files.filter(({ path }) => !own.has(path) && statsOf(below(root, path)) !== undefined))
  const coming = placed.map(({ wanted, file, present }): Entry => {
    const entry = entryOf(wanted)
    const replaces =
      present !== undefined && present.fingerprint !== wanted.fingerprint && known.touch(wanted.path, file, present) === 'untouched'
    return replaces ? { ...entry, was: present.fingerprint } : entry
  })
  return manifestOf(plan, [...coming, ...going])
}

type ManifestChange = { readonly path: string } & ({ readonly text: undefined } | { readonly text: string; readonly manifest: Manifest })

/** The manifests that have to change at the end: the answer's own, and those of other targets whose files are gone or are the answer's now. */
const manifestsAfter = (plan: Plan): readonly ManifestChange[] => {
  const { answer, known, placed, root, prune, backUp } = plan
  const own = new Set(placed.map(({ wanted }) => wanted.path))
  const gone = new Set([...prune, ...backUp].map(({ file }) => file))
  const kept = ({ path }: Entry): boolean => !own.has(path) && !gone.has(below(root, path)) && statsOf(below(root, path)) !== undefined
  const others = known.manifests
    .filter(({ target }) => target !== answer.target)
    .map(other => ({ ...other, files: other.files.filter(kept) }))
  return [
    manifestOf(
      plan,
      placed.map(({ wanted }) => entryOf(wanted)),
    ),
    ...others,
  ].flatMap(manifest => manifestChange(manifest, root))
}

const manifestChange = (manifest: Manifest, root: string): readonly ManifestChange[] => {
  const path = manifestPath(manifest.target)
  const present = presentAt(below(root, path))
  if (manifest.files.length === 0) return present === undefined ? [] : [{ path, text: undefined }]
  const text = manifestText(manifest)
  return present?.fingerprint === fingerprintOf(text) ? [] : [{ path, text, manifest }]
}
