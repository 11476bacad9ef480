import { expect, test } from 'vitest'
import { allKeys } from '../../reference/keys.ts'
import { factKeys, factOf } from './index.ts'

test('every fact is of a key that there is', () => {
  const keys = new Set(allKeys().flatMap(({ path, below }) => [path, below]))
  expect(factKeys.filter(key => !keys.has(key) && !keys.has(key.replace(/\.\*$/, '')))).toEqual([])
})

test('a fact of the kind goes before one of all devices', () => {
  expect(factOf('taps.*.owner')?.kernel).toBe('/sys/class/net/DEVICE/owner')
  expect(factOf('bridges.*.mtu')?.kernel).toBe('/sys/class/net/DEVICE/mtu')
  expect(factOf('bridges.*.nothing')).toBeUndefined()
})
