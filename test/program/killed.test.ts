import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changedRoot } from './changed-root.ts'
import { type Call, changing, countCalls, inject } from './strace.ts'
import { filesOf, treeOf, writeBelow } from './write-below.ts'

const { folder, root, source, before, reset, args } = changedRoot()
reset()
const calls = countCalls(args, join(folder, 'log'))
/** The next run is the same program, without a process of its own. */
const next = () => writeBelow(source, 'networkd', root, { force: true, prune: true })
reset()
next()
const after = treeOf(root)

const lan = 'etc/systemd/network/10-lan.network'
const wlan = 'etc/systemd/network/05-netglot-wlan0.network'

/** What is neither as it was nor as it should be; a manifest may also say both. */
const broken = (): readonly string[] => {
  const now = filesOf(treeOf(root))
  const paths = new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(now)])
  return [...paths].filter(
    path => !path.startsWith('var/lib/netglot/') && now[path] !== filesOf(before)[path] && now[path] !== filesOf(after)[path],
  )
}

test('the whole of a run is watched', () => {
  expect(Object.keys(after)).toEqual(expect.arrayContaining([`${lan}.netglot-backup`, `${wlan}.netglot-backup`, wlan]))
  expect(after).not.toHaveProperty([lan])
  for (const call of changing) expect([call, calls.get(call)]).toEqual([call, expect.any(Number)])
  expect(calls.get('rename')).toBeGreaterThan(5)
})

test.each(changing.flatMap(call => Array.from({ length: calls.get(call) ?? 0 }, (_, i): [Call, number] => [call, i + 1])))(
  'killed at %s %d, every file is old or new, nothing is gone, and the next run completes it',
  (call, when) => {
    reset()
    expect(inject(args, call, `signal=SIGKILL:when=${when}`).signal).toBe('SIGKILL')
    expect(broken()).toEqual([])
    const now = treeOf(root)
    for (const path of [lan, wlan]) expect([now[path], now[`${path}.netglot-backup`]]).toContain(before[path])
    expect(next()?.diagnostics).toEqual([])
    expect(treeOf(root)).toEqual(after)
  },
)
