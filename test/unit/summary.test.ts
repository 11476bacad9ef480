import { expect, test } from 'vitest'
import { summaryText } from '../../src/cli/answer-text.ts'
import { folderOf } from '../../src/cli/folder-of.ts'
import { render } from '../../src/index.ts'

const nic = 'network:\n  ethernets:\n    eno1: {dhcp4: true}\n'
const summary = (folder?: string, text = nic): string =>
  render([{ name: 'host.yaml', text }], { targets: ['ifupdown'] })
    .targets.map(answer => summaryText(answer, folder))
    .join('')

test('the way back comes before all else, and calling it off last', () => {
  expect(summary()).toMatch(/^ifupdown@\S+ beside the files:\n {2}remote\? [\s\S]*undo-network[\s\S]*undo-network\.timer\n$/)
})

test('no copy of /etc is advised that has the new files in it', () => {
  expect(summary('/')).not.toContain('/root/etc.before')
  expect(summary('/')).toContain('`netglot render` without --root prints one')
})

test('below / one target is this machine, and a folder of it is not', () => {
  expect(summary('/')).toContain('beside the files:')
  expect(summary('/tmp')).toMatch(/beside the files below \/tmp:\n {2}remote\? [\s\S]*root\/etc\.before/)
  const { targets } = render([{ name: 'host.yaml', text: nic }], { targets: ['ifupdown', 'networkd'] })
  expect(targets.map(answer => folderOf(answer, targets, '/'))).toEqual(['/ifupdown', '/networkd'])
})

test('where nothing is described, nothing is to be done', () => {
  expect(summary(undefined, 'network: {version: 2}\n')).toBe('ifupdown@0.8.41: there is nothing to write\n')
})
