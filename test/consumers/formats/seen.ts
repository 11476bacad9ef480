import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll } from 'vitest'
import type { TargetAnswer } from '../../../src/index.ts'

/** What a consumer made of a format: `0600 secret…`, or `-> somewhere`, by path. */
export type Seen = Readonly<Record<string, string>>

export const wanted = ({ files, links }: TargetAnswer): Seen =>
  Object.fromEntries([
    ...files.map(({ path, mode, content }) => [path, `${mode} ${content}`]),
    ...links.map(({ path, to }) => [path, `-> ${to}`]),
  ])

/** The files and links below a folder. */
export const seenBelow = (folder: string): Seen =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => !entry.isDirectory())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => [`/${relative(folder, file)}`, seenOf(file)]),
  )

const seenOf = (file: string): string => {
  const stats = lstatSync(file)
  if (stats.isSymbolicLink()) return `-> ${readlinkSync(file)}`
  return `0${(stats.mode & 0o777).toString(8).padStart(3, '0')} ${readFileSync(file, 'utf8')}`
}

/** A folder that is gone after the tests, and folders in it. */
export const workFolder = (): (() => string) => {
  const folder = mkdtempSync(join(tmpdir(), 'netglot-formats-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => mkdtempSync(join(folder, 'case-'))
}
