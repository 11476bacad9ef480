import { expect, test } from 'vitest'
import { PathTree } from '../../src/targets/path-tree.ts'

const paths = [
  ['bridges', 'br0', 'interfaces', 0],
  ['bridges', 'br0', 'interfaces', 1],
  ['bridges', 'br0', 'mtu'],
  ['bridges', 'br1'],
]

test('only the very path is crossed off, and what is left stays in order', () => {
  const left = new PathTree(paths)
  for (const other of [['bridges'], ['bridges', 'br0', 'interfaces'], ['bridges', 'br0', 'mtu', 0], ['bonds', 'br0', 'mtu'], []])
    left.delete(other)
  expect(left.paths).toEqual(paths)
  left.delete(['bridges', 'br0', 'interfaces', 0])
  left.delete(['bridges', 'br1'])
  left.delete(['bridges', 'br1'])
  expect(left.paths).toEqual([paths[1], paths[2]])
  expect(left.size).toBe(2)
})
