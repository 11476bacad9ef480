import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../fixtures.ts'

/*
 * Tables stay tables: a field is one expression that puts its leaf somewhere. A handler with statements of its own, in the table or as a
 * function beside it, is a custom one, and each target has fewer of them than one in five.
 */

const targets = ['ifupdown', 'ifupdown2', 'ifupdown-ng', 'interfaces', 'netplan', 'networkd', 'networkmanager', 'suse']

const indentOf = (line: string): number => line.length - line.trimStart().length

/** The names of functions with statements. */
const functionsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [
      ...text.matchAll(/(?:const|function) (\w+)[^\n]*(?:=>|\)[^\n]*) \{\n/g),
      ...text.matchAll(/const (\w+) =\s*\([^;{}]*\)[^;{}]*=>\s*\{\n/g),
    ].map(([, name = '']) => name),
  )

/** The lines of each table that maps fields to handlers. */
const tablesOf = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/(?:Fields<[^=]*?> = \{|export const \w+ = \{|(?<=\n) {2}\{)\n(.*?)\n\s{0,2}\}/gs)].map(([, body = '']) =>
    body.split('\n'),
  )

interface Counted {
  readonly all: number
  readonly custom: readonly string[]
}

const countIn = (table: readonly string[], functions: ReadonlySet<string>): Counted => {
  const depth = Math.min(...table.filter(line => line.trim() !== '').map(indentOf))
  const isField = (line: string): boolean => indentOf(line) === depth && /^\s*\w+(: .*|,)$/.test(line)
  const custom = table.filter((line, i) => {
    if (!isField(line)) return false
    const below = table.slice(i + 1).findIndex(next => indentOf(next) <= depth)
    const name = /(\w+),?$/.exec(line)?.[1] ?? ''
    return line.endsWith('=> {') || below > 3 || functions.has(name)
  })
  return { all: table.filter(isField).length, custom: custom.map(line => line.trim()) }
}

const countOf = (target: string): Counted => {
  const folder = join(root, 'src/targets', target)
  const counted = filesBelow(folder).flatMap(path => {
    const text = readFileSync(join(folder, path), 'utf8')
    return tablesOf(text).map(table => countIn(table, functionsOf(text)))
  })
  return { all: counted.reduce((sum, { all }) => sum + all, 0), custom: counted.flatMap(({ custom }) => custom) }
}

test.each(targets)('%s has tables whose handlers are custom in less than one of five fields', target => {
  const { all, custom } = countOf(target)
  expect(all).toBeGreaterThan(20)
  expect(custom.length, custom.join('\n')).toBeGreaterThan(0)
  expect(custom.length / all).toBeLessThan(0.2)
})
