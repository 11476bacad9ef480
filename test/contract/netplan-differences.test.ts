import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explained } from '../differential/explained/index.ts'
import { refused } from '../differential/refused-fixtures.ts'
import { root } from '../fixtures.ts'

const page = readFileSync(join(root, 'docs/netplan-differences.md'), 'utf8')
const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading)

describe('docs/netplan-differences.md', () => {
  test('has a section for every difference that the tests accept', () => {
    expect([...new Set(explained.map(e => e.section))].filter(section => !headings.includes(section))).toEqual([])
  })

  test('has no section without one', () => {
    expect(headings.filter(heading => !explained.some(e => e.section === heading))).toEqual([])
  })

  test('names every code that netglot gives where netplan is content', () => {
    const [, table = ''] = page.split('## What only netglot refuses')
    const codes = new Set(refused.filter(({ stricter }) => stricter !== undefined).map(({ code }) => code))
    expect([...table.matchAll(/^\| (NG\d{4}) /gm)].map(([, code]) => code)).toEqual([...codes].sort())
  })
})
