import type { Source } from '../../description/source.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { blocks } from '../../diagnostics/printers/full.ts'
import { visible } from '../../diagnostics/printers/paint.ts'
import { short } from '../../diagnostics/printers/short.ts'
import { needText } from '../answer-text.ts'
import { inColour, toStderr } from '../emit.ts'
import type { BadHost } from './batch.ts'
import { listed } from './hosts.ts'
import type { Settings } from './settings.ts'
import type { NeedOfMany, Note, Tally } from './tally.ts'
import type { Counts } from './written.ts'

const mostRows = 30

/** What many hosts have in common, once, with how many they are. */
export function noteBlocks(tally: Tally, good: number): string {
  const notes = [...tally.notes.values()].filter(note => !isNeededBySome(note, good))
  return blocks(
    notes.map(({ diagnostic, count, hosts }) => ({ ...diagnostic, message: `${diagnostic.message} (${hostsText(hosts, count)})` })),
    [],
    inColour(),
  )
}

/** An allowance of the command line is for all hosts, and need not be needed by each. */
const isNeededBySome = ({ diagnostic, count }: Note, good: number): boolean =>
  diagnostic.slug === 'unneeded-allowance' && diagnostic.span === undefined && count < good

/** Some of the hosts, and how many they are. */
export const hostsText = (hosts: readonly string[], count: number): string =>
  count > hosts.length ? `${count} hosts: ${hosts.join(', ')} …` : hosts.join(', ')

/** What goes with the files of all hosts. */
export function needsText(tally: Tally): string {
  const targets = [...new Set([...tally.needs.values()].map(({ target }) => target))]
  return targets
    .map(target => {
      const rows = [...tally.needs.values()].filter(need => need.target === target)
      const shown = new Set(rows.toSorted((a, b) => b.count - a.count).slice(0, mostRows))
      const more = rows.length > mostRows ? [`  … and ${rows.length - mostRows} more, which --format json tells host by host`] : []
      return `${[`${target}, beside the files:`, ...rows.filter(need => shown.has(need)).map(rowText), ...more].join('\n')}\n\n`
    })
    .join('')
}

const rowText = ({ need, count }: NeedOfMany): string => `${needText(need)}  [${count} ${count === 1 ? 'host' : 'hosts'}]`

/** The errors of a host with the lines that they are about. */
export const errorsText = (errors: readonly Diagnostic[], source: Source, { colour }: Pick<Settings, 'colour'>): string =>
  errors.length === 0 ? '' : blocks(errors, source, colour)

/** The first of them in one line. */
export const whyOf = ([first]: readonly Diagnostic[]): string => (first === undefined ? '' : short(first))

export const countOfHosts = (count: number): string => (count === 1 ? '1 host' : `${count} hosts`)

/** A host that has errors, as it comes. */
export const tellBad = ({ name, errors }: BadHost): void => toStderr(`${name}:\n\n${errors}`)

/** The bad hosts at the end. */
export const badText = (bad: readonly { readonly host: string; readonly why: string }[]): string =>
  bad.length === 0
    ? ''
    : `${[`${bad.length === 1 ? 'One host is' : `${bad.length} hosts are`} bad:`, ...bad.map(({ host, why }) => `  ${visible(host)}  ${visible(why)}`)].join('\n')}\n`

export const countsText = ({ created, changed, unchanged, removed }: Counts, would: boolean): string => {
  const parts = [
    ...(created > 0 ? [`${created} new`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(unchanged > 0 ? [`${unchanged} as they were`] : []),
  ]
  return parts.length === 0 ? '' : `, files: ${parts.join(', ')}${would ? ' (nothing was written)' : ''}`
}

/** Hosts that are no longer there, as one diagnostic names them. */
export const leftNames = (places: readonly string[]): string => listed(places.map(place => place.replace(/\/$/, '')))

export const plainDiagnostics = (diagnostics: readonly Diagnostic[]): string => blocks(diagnostics, [], inColour())
