import { expect, test } from 'vitest'
import type { Graph, GraphNode } from './graph.ts'
import { mergeDashes } from './merge-dashes.ts'
import { mermaid } from './mermaid.ts'
import { columns, wrap } from './text-width.ts'
import { directionFor } from './tiers.ts'
import { xml } from './xml.ts'

const node = (id: string, name = id): GraphNode => ({
  id,
  group: 'guest',
  what: 'TAP',
  name,
  alias: undefined,
  facts: [],
  path: ['taps', name],
})

test('lines on one another are drawn once', () => {
  const trunk = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ]
  const branch = [...trunk, { x: 10, y: 5 }]
  const longer = [
    { x: 4, y: 0 },
    { x: 20, y: 0 },
  ]
  expect(mergeDashes([branch, longer])).toEqual([
    [
      { x: 10, y: 0 },
      { x: 10, y: 5 },
    ],
    [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
    ],
  ])
})

test('text is broken at blanks, else anywhere, and letters of East Asia are two columns', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('0123456789', 4)).toEqual(['0123', '4567', '89'])
  expect(wrap('', 4)).toEqual([''])
  expect([columns('abc'), columns('漢字'), columns('e\u0301'), columns('🦊')]).toEqual([3, 4, 1, 2])
})

test('no text of a description means anything in a picture', () => {
  expect(xml('<a b="c">&\ufffe\ud800\'')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;\ufffd\ufffd&#39;')
  const text = mermaid({ nodes: [node('d0', '"]:::x\n`*<b>*`#end;')], edges: [] }, 'up')
  expect(text.split('\n')).toEqual([
    'flowchart BT',
    '  d0["<b>#34;#93;:::x#10;#96;#42;#60;b#62;#42;#96;#35;end#59;</b><br/>TAP"]:::guest',
    expect.stringMatching(/^ {2}classDef guest stroke:#[0-9a-f]{6},stroke-width:2px$/),
    '',
  ])
})

test('many guests side by side are drawn to the right, and patches in a circle end', () => {
  const guests = (count: number): Graph => {
    const taps = Array.from({ length: count }, (_, i) => node(`d${i}`))
    const edges = taps.map(({ id }) => ({ kind: 'port', from: id, to: 'br', base: 'to' }) as const)
    return { nodes: [node('br'), ...taps], edges }
  }
  expect([directionFor(guests(6)), directionFor(guests(7))]).toEqual(['up', 'right'])
  const circle = ['a', 'b', 'c'].map((from, i) => ({ kind: 'peer', from, to: ['b', 'c', 'a'][i] ?? '', base: 'from' }) as const)
  expect(directionFor({ nodes: [node('a'), node('b'), node('c')], edges: circle })).toBe('up')
})
