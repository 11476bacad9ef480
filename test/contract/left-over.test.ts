import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { foldersOf } from '../../src/cli/left-over.ts'
import { filesBelow, fixtures } from '../fixtures.ts'

/** What only another file of netglot's names: alone it does nothing, so it may stay. */
const named = [/^\/etc\/wireguard\/netglot-/, /^\/etc\/dhcpcd-netglot-/]

/** Folders of drop-ins are found below the root. */
const isDropIn = (path: string): boolean => /^\/etc\/systemd\/(?:network|system)\/[^/]+\.d\//.test(path)

test('what an earlier run wrote is found in every folder that a target writes into', () => {
  const expected = fixtures.flatMap(({ folder, spellings }) =>
    spellings.flatMap(spelling => filesBelow(join(folder, 'expected', spelling)).filter(file => file.startsWith('etc/'))),
  )
  const paths = [...new Set(expected.map(file => `/${file}`))].filter(path => !isDropIn(path) && !named.some(one => one.test(path)))
  const searched = new Set(foldersOf('/nowhere'))
  expect([...new Set(paths.map(path => dirname(path)))].filter(folder => !searched.has(folder))).toEqual([])
  expect(paths.length).toBeGreaterThan(300)
})
