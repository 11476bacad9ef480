import { expect, test } from 'vitest'
import { once } from '../../src/diagnostics/printers/once.ts'
import { render } from '../../src/index.ts'

test('what a target says twice names it once', () => {
  const text = 'network:\n  ethernets:\n    eno1: {routes: [{to: default, via: 192.0.2.1}]}\n  bridges:\n    br0: {interfaces: [eno1]}\n'
  const { diagnostics } = render([{ name: 'host.yaml', text }], { targets: ['suse', 'networkd'] })
  const notes = diagnostics.filter(({ code }) => code === 'NG6001')
  expect(notes.length).toBeGreaterThan(1)
  expect(once(notes).map(({ targets }) => targets)).toEqual([['suse@wicked-0.6']])
})
