import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SourceFile } from '../../src/description/source.ts'
import { type Diagnostic, render, type TargetAnswer } from '../../src/index.ts'
import { type Fixture, fixtures } from '../fixtures.ts'
import type { Described } from '../state/described.ts'
import { networkOf } from '../state/network-of.ts'
import type { Case } from './cases.ts'
import { programsOf } from './programs.ts'
import type { Stack } from './stacks.ts'

/** A description on a stack: what is put on the machine, and what shall come of it. */
export interface Rendered {
  readonly fixture: Fixture
  readonly source: readonly SourceFile[]
  readonly answer: TargetAnswer
  /** Why the target can't express it, or why it is refused; empty where it can. */
  readonly losses: readonly Diagnostic[]
  readonly described: Described
}

/** A case on a stack. */
export interface Pair extends Rendered {
  readonly case: Case
  readonly stack: Stack
  /** What the description is changed to while the machine runs. */
  readonly changed?: Rendered
  /** Of all that is put on the machine. */
  readonly hash: string
}

export function pairOf(of: Case, stack: Stack): Pair {
  const first = rendered(of.name, of, stack)
  const changed = of.changed === undefined ? undefined : rendered(of.changed, of, stack)
  const programs = Object.values(programsOf(of)).map(file => readFileSync(file, 'utf8'))
  const second = changed === undefined ? [] : [...onDisk(changed.answer), changed.answer.apply]
  return {
    case: of,
    stack,
    ...first,
    losses: [...first.losses, ...(changed?.losses ?? [])],
    ...(changed === undefined ? {} : { changed }),
    hash: hashOf([of, ...programs, ...onDisk(first.answer), ...second]),
  }
}

function rendered(name: string, of: Case, stack: Stack): Rendered {
  const fixture = fixtures.find(f => f.name === name)
  if (fixture === undefined) throw new Error(`there is no fixture ${name}`)
  const renderer = stack.renderer && { name: 'renderer.yaml', text: `network:\n  renderer: ${stack.renderer}\n` }
  const source = [...fixture.source, ...(renderer === undefined ? [] : [renderer])]
  const { targets, diagnostics } = render(source, { ...fixture.options, allowLoss: [], targets: [stack.spelling] })
  const [answer = refused(stack)] = targets
  return {
    fixture,
    source,
    answer,
    // Losses that the fixture allows are losses all the same: NG50xx and NG51xx.
    losses: diagnostics.filter(({ severity, code }) => (answer.failed && severity === 'error') || /^NG5[01]/.test(code)),
    described: {
      network: networkOf(source),
      accounts: fixture.options.accounts ?? { users: {}, groups: {} },
      nics: of.nics,
      ...(of.absent === undefined ? {} : { absent: of.absent }),
      exceptions: stack.exceptions,
    },
  }
}

/** The answer to a description that netplan refuses with the stack's renderer. */
const refused = ({ spelling: name }: Stack): TargetAnswer => {
  const [target = '', version = ''] = name.split('@')
  const nothing = { files: [], links: [], services: { enable: [], disable: [] }, requires: [], apply: [], remove: [] }
  return { target, version, distribution: undefined, stacks: [], name, text: name, failed: true, ...nothing }
}

const onDisk = ({ files, links, services }: TargetAnswer): readonly unknown[] => [
  files.map(({ path, content, mode, owner, group }) => [path, content, mode, owner, group]),
  links,
  services,
]

export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
