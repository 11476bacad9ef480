import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explained } from '../differential/explained/index.ts'
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
})
