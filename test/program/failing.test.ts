import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changedRoot } from './changed-root.ts'
import { type Call, changing, countCalls, inject } from './strace.ts'
import { filesOf, treeOf } from './write-below.ts'

const { folder, root, before, reset, args } = changedRoot()
reset()
const calls = countCalls(args, join(folder, 'log'))
const after = treeOf(root)

const failing = changing.filter(call => call !== 'write')

test.each(failing.flatMap(call => Array.from({ length: calls.get(call) ?? 0 }, (_, i): [Call, number] => [call, i + 1])))(
  'when %s %d fails, all is put back and the place is named',
  (call, when) => {
    reset()
    const { status, stderr } = inject(args, call, `error=EIO:when=${when}`)
    const tree = treeOf(root)
    // A second name that could not be removed at the end is all that may fail.
    if (status === 0) expect({ call, files: filesOf(tree) }).toEqual({ call: 'unlink', files: filesOf(after) })
    else {
      expect(tree).toEqual(before)
      expect(stderr).toMatch(/error\[NG8004\]: \S+\/root\/(?:etc|var)\S* can't be written: the system can not read or write it\n/)
      expect(stderr).not.toMatch(/NG8104|\.netglot-(?:new|old)/)
      expect(status).toBe(3)
    }
  },
)

test('what can not be put back is named', () => {
  reset()
  const { status, stderr } = inject(args, 'rename', 'error=EIO:when=4+')
  expect(stderr).toContain('NG8004')
  expect(stderr).toMatch(/error\[NG8104\]: \S+05-netglot-eno1.network could not be put back as it was: the system can not read or write it/)
  expect(status).toBe(3)
})
