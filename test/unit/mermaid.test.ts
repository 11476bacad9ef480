import { expect, test } from 'vitest'
import { mermaid } from '../../src/index.ts'

test('a name is no formula, no HTML and no syntax to Mermaid', () => {
  const node = { id: 'd0', group: 'layer', what: 'VLAN', alias: undefined, name: '<b>"$$x$$"', facts: [], path: ['vlans', 'x'] } as const
  const [, box] = mermaid({ nodes: [node], edges: [] }, 'up').split('\n')
  expect(box).toBe('  d0["<b>#60;b#62;#34;#36;#8203;#36;x#36;#8203;#36;#34;</b><br/>VLAN"]:::layer')
})
