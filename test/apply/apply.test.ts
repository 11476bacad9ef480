import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import type { Network } from '../../src/model/network.ts'
import { fixtures } from '../fixtures.ts'
import type { Exceptions } from '../state/described.ts'
import { differences } from '../state/differences.ts'
import type { KernelState } from '../state/kernel-state.ts'
import { networkOf } from '../state/network-of.ts'
import { writeAnswer } from '../write-answer.ts'

const cases = [
  'origin/1-bridge-dhcp',
  'origin/2-bridge-taps',
  'origin/3-bridge-static',
  'origin/6-routed-tap',
  'virtual-ethernets/pair',
  'macvlans/guests',
]

/** A stack of lab.sh, the target that writes for it, and what it does otherwise. */
const stacks: readonly { readonly stack: string; readonly spelling: string; readonly exceptions: Exceptions }[] = [
  { stack: 'networkd', spelling: 'networkd@252', exceptions: { noResolver: true, aliasNeedsUdev: true } },
  {
    stack: 'networkmanager',
    spelling: 'networkmanager@1.42',
    exceptions: { noResolver: true, aliasNeedsUdev: true, noDelayWithoutStp: true },
  },
  { stack: 'ifupdown', spelling: 'ifupdown@0.8.41', exceptions: { noResolver: true } },
  { stack: 'ifupdown2', spelling: 'ifupdown2@3.0', exceptions: { noResolver: true } },
  { stack: 'ifupdown-ng', spelling: 'ifupdown-ng@0.11.3', exceptions: { noResolver: true } },
]

/** The network cards of the cases; their bridges carry the first one's MAC. */
const cards: Readonly<Record<string, string>> = { eno1: '52:54:00:aa:00:01', eno2: '52:54:00:aa:00:11' }
const cardsOf = ({ links }: Network) => Object.fromEntries(Object.entries(cards).filter(([id]) => links.some(link => link.id === id)))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netglot-apply-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Case {
  readonly name: string
  readonly stack: string
  readonly spelling: string
  readonly exceptions: Exceptions
  /** What is out of the ordinary, and the settings of the lab for it. */
  readonly but?: string
  readonly lab?: NodeJS.ProcessEnv
}

const pairs: readonly Case[] = cases.flatMap(name => stacks.map(stack => ({ name, ...stack })))

/** A command that makes a device runs before ifupdown2 knows of the device: what it then passes over has to come by other ways. */
const late: readonly Case[] = ['origin/2-bridge-taps', 'origin/3-bridge-static', 'origin/6-routed-tap'].map(name => ({
  name,
  stack: 'ifupdown2',
  spelling: 'ifupdown2@3.0',
  exceptions: { noResolver: true },
  but: ' when it hears late of new devices',
  lab: { LAB_LATE: '1.5' },
}))

for (const { name, stack, spelling, exceptions, but = '', lab = {} } of [...pairs, ...late]) {
  test.concurrent(`${stack} makes of ${name} what the description says${but}`, async () => {
    const fixture = fixtures.find(f => f.name === name)
    if (fixture === undefined) throw new Error(`there is no fixture ${name}`)
    const root = join(folder, name, `${stack}${but}`)
    const [answer] = render(fixture.source, { ...fixture.options, targets: [spelling] }).targets
    expect(answer?.failed).toBe(false)
    await writeAnswer(answer, root)
    const accounts = fixture.options.accounts ?? { users: {}, groups: {} }
    const network = networkOf(fixture.source)
    const nics = cardsOf(network)
    const state = await applied(stack, root, nics, { ...lab, LAB_ACCOUNTS: join(fixture.folder, 'accounts') })
    expect(differences({ network, accounts, nics, exceptions }, state)).toEqual([])
  })
}

/** The kernel's state after the stack has applied the files below `root`. */
function applied(stack: string, root: string, nics: Readonly<Record<string, string>>, settings: NodeJS.ProcessEnv): Promise<KernelState> {
  const lab = fileURLToPath(new URL('lab.sh', import.meta.url))
  const env = { ...process.env, ...settings }
  return new Promise((resolve, reject) => {
    execFile(
      'bash',
      [
        lab,
        stack,
        root,
        Object.entries(nics)
          .map(card => card.join('='))
          .join(' '),
      ],
      { env, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout) as KernelState)
        else reject(new Error(`${stack} did not settle: exit status ${error.code}\n${stderr}`))
      },
    )
  })
}
