import { format } from 'prettier'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import { corpus } from '../differential/corpus.ts'
import { fixtures, spellings } from '../fixtures.ts'

const yaml = '/etc/netplan/90-netglot.yaml'
const netplans = spellings.filter(spelling => spelling.startsWith('netplan@'))

/** The corpus as far as netplan can have it whole. */
const described = [...fixtures, ...corpus.map(entry => ({ ...entry, options: {} }))]

const printed = described.flatMap(fixture =>
  netplans.flatMap(spelling => {
    const answer = render(fixture.source, { ...fixture.options, targets: [spelling] }).targets[0]
    const file = answer?.files.find(({ path }) => path === yaml)
    return file === undefined ? [] : [{ name: `${fixture.name} on ${spelling}`, spelling, content: file.content }]
  }),
)

/** The file without the comments that only the first description is worth. */
const plain = (content: string): string =>
  content
    .replaceAll(/^# Lost .*\n/gm, '')
    .replaceAll(/ # an? (TAP|TUN|VLAN|macvlan|macvtap|ipvlan|(?:dummy|veth|WireGuard) device)[:,].*$/gm, '')

describe('the YAML for netplan', () => {
  test.each(printed)('is as prettier would have it: $name', async ({ content }) => {
    expect(await format(content, { parser: 'yaml' })).toBe(content)
  })

  test.each(printed)('is a description that means the same: $name', ({ content, spelling }) => {
    const again = render([{ name: '90-netglot.yaml', text: content }], { targets: [spelling], allowLoss: true })
    const file = again.targets[0]?.files.find(({ path }) => path === yaml)
    expect(plain(file?.content ?? '')).toBe(plain(content))
  })
})
