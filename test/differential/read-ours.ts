import { render } from '../../src/index.ts'
import type { Entry } from './corpus.ts'
import type { TextFile } from './semantic.ts'

/** What we made of a description. */
export interface Rendered {
  /** The errors, losses aside. */
  readonly refusals: readonly string[]
  readonly files: readonly TextFile[]
}

/** Numbers of accounts play no part: netplan has none. */
const accounts = { users: {}, groups: {} }

/** The files for the spelling of a target, with what it can't do left out. */
export function renderOurs(entry: Pick<Entry, 'source'>, spelling: string): Rendered {
  const { targets, diagnostics } = render(entry.source, { targets: [spelling], allowLoss: true, accounts })
  const refusals = diagnostics.filter(d => d.severity === 'error').map(d => `${d.code} ${d.path ?? ''}: ${d.message}`)
  return { refusals, files: targets.flatMap(t => t.files) }
}
