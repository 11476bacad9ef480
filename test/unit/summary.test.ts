import { expect, test } from 'vitest'
import { summaryText } from '../../src/cli/answer-text.ts'
import { render } from '../../src/index.ts'

const nic = 'network:\n  ethernets:\n    eno1: {dhcp4: true}\n'
const summary = (inPlace: boolean, text = nic): string =>
  render([{ name: 'host.yaml', text }], { targets: ['ifupdown'] })
    .targets.map(answer => summaryText(answer, inPlace))
    .join('')

test('the way back comes before all else, and calling it off last', () => {
  expect(summary(false)).toMatch(/^ifupdown@\S+ beside the files:\n {2}remote\? [\s\S]*undo-network[\s\S]*undo-network\.timer\n$/)
})

test('no copy of /etc is advised that has the new files in it', () => {
  expect(summary(true)).not.toContain('/root/etc.before')
  expect(summary(true)).toContain('`netglot render` without --root prints one')
})

test('where nothing is described, nothing is to be done', () => {
  expect(summary(false, 'network: {version: 2}\n')).toBe('ifupdown@0.8.41: there is nothing to write\n')
})
