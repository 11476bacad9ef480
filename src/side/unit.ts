import type { Context } from '../targets/context.ts'
import { IniDocument, type Section } from '../targets/documents/ini.ts'
import { text } from '../targets/text.ts'

/** What netglot's own units and drop-ins say (systemd.unit(5), systemd.service(5)). */
const vocabulary = {
  Unit: [
    'Description',
    'DefaultDependencies',
    'Wants',
    'Requires',
    'BindsTo',
    'PartOf',
    'Before',
    'After',
    'Conflicts',
    'ConditionPathExists',
  ],
  Service: ['Type', 'RemainAfterExit', 'TimeoutSec', 'ExecStart', 'ExecStop', 'Environment'],
  Install: ['WantedBy'],
} as const

export type UnitDocument = IniDocument<typeof vocabulary>

/** A unit or drop-in file below /etc/systemd/system. */
export const unitFile = <R, D>(context: Context<R, D>, path: string): UnitDocument =>
  context.add(new IniDocument({ path: `/etc/systemd/system/${path}` }, vocabulary, context.ledger))

/** A drop-in with lines that follow from the description as a whole. */
export function dropIn<R, D>(
  context: Context<R, D>,
  unit: string,
  name: string,
  lines: { readonly [K in UnitKey]?: string },
  why: string,
): UnitDocument {
  const document = unitFile(context, `${unit}.d/netglot-${name}.conf`)
  const section: Section<UnitKey, 'ini'> = document.section('Unit')
  for (const [key, value] of Object.entries(lines)) section.put(key as UnitKey, text('ini', value), why)
  return document
}

type UnitKey = (typeof vocabulary)['Unit'][number]
