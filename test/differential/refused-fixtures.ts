import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../fixtures.ts'

/** One description of fixtures/refused/. */
export interface Refused {
  readonly name: string
  readonly text: string
  readonly source: readonly { readonly name: string; readonly text: string }[]
  /** The code that netglot gives. */
  readonly code: string
  /** The line that it names, which ends in `# here`; else the first. */
  readonly line: number
  /** The first release of netplan that refuses it, or takes it, where 0.106 does otherwise. */
  readonly since: string | undefined
  /** Why netglot refuses it though netplan takes it. */
  readonly stricter: string | undefined
}

const folder = join(root, 'fixtures/refused')

const read = (file: string): Refused => {
  const text = readFileSync(join(folder, file), 'utf8')
  const lines = text.split('\n')
  const [, code = '', since, stricter] = /^# (NG\d{4})(?:, since (\S+))?(?:, netplan takes it: (.+))?$/.exec(lines[0] ?? '') ?? []
  const line = Math.max(1, lines.findIndex(content => content.endsWith('# here')) + 1)
  return { name: file.replace(/\.yaml$/, ''), text, source: [{ name: file, text }], code, line, since, stricter }
}

/** Descriptions that are refused: the first line has the code, and who else refuses. */
export const refused: readonly Refused[] = readdirSync(folder).sort().map(read)
