import type { Fact } from '../explain/facts/fact.ts'
import { type Capability, capabilityOf, type Tried } from '../reference/capability.ts'
import { shownValue } from '../reference/cell.ts'
import { allKeys, type Key } from '../reference/keys.ts'
import type { How } from '../reference/trial.ts'
import { codeOf } from '../targets/losses.ts'
import { findKey } from './find-key.ts'

interface KeyAnswer {
  readonly key: Key
  readonly capability: Capability
}

/** What every target makes of a key that a person names. */
export function keyAnswer(text: string): KeyAnswer {
  const leaf = findKey(text)
  const path = leaf.key.replace(/\.\*$/, '')
  const key = allKeys().find(k => k.path === path)
  if (key === undefined) throw new Error(`${path} is a leaf and no key`)
  return { key, capability: capabilityOf(leaf) }
}

/** The answer for programs. */
export const keyJson = ({ key, capability }: KeyAnswer): object => ({
  key: key.path,
  description: key.meta.description,
  value: key.value,
  default: key.meta.default,
  since: key.meta.since,
  targets: [...capability].map(([{ target, version }, tried]) => ({
    target,
    version,
    values: tried.map(({ value, outcome: { how, lines, why, loss } }) => ({
      value,
      how,
      lines,
      code: loss && codeOf(loss.class),
      class: loss?.class,
      why,
      remedy: loss?.remedy,
    })),
  })),
})

/** The answer for people: versions that do the same are told of together. */
export function keyText({ key, capability }: KeyAnswer, fact: Fact = {}): string {
  const paragraphs = new Map<string, string[]>()
  for (const [{ text }, tried] of capability) {
    const body = bodyOf(tried)
    paragraphs.set(body, [...(paragraphs.get(body) ?? []), text])
  }
  const rows = [
    key.meta.description,
    `${key.value}${key.meta.default === undefined ? '' : `; when silent: ${key.meta.default}`}`,
    ...(key.meta.since === undefined ? [] : [`since: ${key.meta.since}`]),
    ...(fact.kernel === undefined ? [] : [`to be seen in: ${fact.kernel}`]),
    ...(fact.without === undefined ? [] : [`without it: ${fact.without}`]),
  ]
  const head = [key.path, ...rows.map(row => `  ${row}`), ''].join('\n')
  return [head, ...[...paragraphs].map(([body, spellings]) => `${spellings.join(', ')}\n${body}`)].join('\n')
}

const words: Readonly<Record<How, string>> = {
  native: 'in the system’s own configuration',
  command: 'by a command in the system’s own configuration',
  side: 'in a file beside the system’s own configuration',
  approximate: 'only roughly',
  implied: 'needs no line',
  lost: 'lost',
}

/** Values of which the same becomes stand together, with the lines of the first. */
const bodyOf = (tried: readonly Tried[]): string => {
  const alike = new Map<string, Tried[]>()
  for (const one of tried) {
    const kind = kindOf(one)
    alike.set(kind, [...(alike.get(kind) ?? []), one])
  }
  return [...alike].map(([kind, [first, ...others]]) => (first === undefined ? '' : entry(kind, first, others))).join('')
}

const kindOf = ({ outcome: { how, why, loss } }: Tried): string => {
  const code = loss === undefined ? '' : ` (${loss.class}, ${codeOf(loss.class)})`
  const remedy = loss === undefined ? '' : `\n    instead: ${loss.remedy}`
  return `${words[how]}${code}${why === undefined ? '' : `: ${why}`}${remedy}`
}

const entry = (kind: string, first: Tried, others: readonly Tried[]): string => {
  const values = [first, ...others].map(({ value }) => shownValue(value)).join(', ')
  const lines = first.outcome.lines.map(({ path, text }) => `    ${path}:  ${text.trim()}\n`)
  const of = others.length > 0 && lines.length > 0 ? `    with ${shownValue(first.value)}:\n` : ''
  return `  ${values}: ${kind}\n${of}${[...new Set(lines)].join('')}`
}
