import { expect, test } from 'vitest'
import { nth, rank } from './keys.ts'

test('variables stand in groups, each group with its suffix together', () => {
  const names = ['LABEL_1', 'MTU', nth('IPADDR', 1), 'IPADDR_10', 'LABEL', nth('IPADDR', 0), 'STARTMODE']
  const sorted = [...names].sort((a, b) => rank(a) - rank(b))
  expect(sorted).toEqual(['STARTMODE', 'IPADDR', 'LABEL', 'IPADDR_1', 'LABEL_1', 'IPADDR_10', 'MTU'])
})
