import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bridge, netglot, wifi, workplace } from './program.ts'
import { inject } from './strace.ts'

const { folder, put } = workplace()
const host = put('host.yaml', bridge)
put('hosts/a.yaml', bridge)
put('hosts/b.yaml', wifi)

const ways: Readonly<Record<string, readonly string[]>> = {
  'a format': ['render', host, '-t', 'networkd', '--format', 'script'],
  'the archive of a fleet': ['render', '--fleet', join(folder, 'hosts'), '-t', 'networkd', '--jobs', '1'],
}

describe.each(Object.entries(ways))('-o FILE of %s', (name, args) => {
  const out = join(folder, name)
  const run = [...args, '-o', join(out, 'network.tar')]

  test.each(['fchmod', 'rename'] as const)('killed at %s leaves nothing beside what the next run writes', call => {
    const id = '12345678-1234-1234-1234-123456789abc'
    // A run that goes on still, a file of another name, and what is not ours.
    const others = [`.network.tar.${process.pid}.${id}.netglot-new`, `.network.tar.gz.1.${id}.netglot-new`, '.network.tar.1.netglot-new']
    for (const file of ['network.tar', ...others]) put(`${name}/${file}`, 'old')
    expect(inject(run, call, 'signal=SIGKILL:when=1').signal).toBe('SIGKILL')
    expect(readdirSync(out).length).toBe(5)
    const { status, stderr } = netglot(run)
    expect([status, stderr.includes('error')]).toEqual([0, false])
    expect(readdirSync(out).toSorted()).toEqual([...others, 'network.tar'].toSorted())
  })
})
