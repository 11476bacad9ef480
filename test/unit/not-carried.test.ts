import { expect, test } from 'vitest'
import { notCarried } from '../../src/cli/not-carried.ts'
import { formatNames, loadFormat } from '../../src/formats/index.ts'
import { render } from '../../src/index.ts'

test('a format without symbolic links refuses an answer that has some, and the others have them', async () => {
  const source = [{ name: 'host.yaml', text: 'network:\n  ethernets:\n    eno1: {dhcp4: true}\n' }]
  const [answer] = render(source, { targets: ['networkd'] }).targets
  if (answer === undefined) throw new Error('no answer')
  const linked = { ...answer, links: [{ path: '/etc/resolv.conf', to: '/run/systemd/resolve/stub-resolv.conf' }] }
  const refused = formatNames.map(async name => {
    const { carries } = await loadFormat(name)
    const told = notCarried(linked, name, carries, { users: {}, groups: {} })
    return told.some(({ code, severity }) => code === 'NG8208' && severity === 'error') ? name : undefined
  })
  expect((await Promise.all(refused)).filter(name => name !== undefined)).toEqual(['osbuild'])
})
