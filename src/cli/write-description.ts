import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { attachments } from '../recipes/attachments.ts'
import { recipes } from '../recipes/index.ts'
import { render } from '../render.ts'
import { emitDiagnostics, refuse, toStderr, toStdout } from './emit.ts'
import { found } from './found.ts'
import { statusOf } from './outcome.ts'
import { statsOf } from './safe-path.ts'
import { writeOutput } from './write-output.ts'

interface Options {
  readonly output: string | undefined
  readonly force: boolean
}

/** Prints a description that a recipe has given, or writes it into a file that is not there yet, and says how to go on. */
export function writeDescription(name: string, text: string, told: readonly Diagnostic[], { output, force }: Options): number {
  const source = [{ name: output ?? `${name}.yaml`, text }]
  // The values may be right one by one and wrong together: a gateway in no network of the host's.
  const { diagnostics: checked } = render(source, { targets: [] })
  const diagnostics = [...told, ...checked]
  if (statusOf(diagnostics) !== 0) return refuse(diagnostics, source, undefined)
  if (output !== undefined && !force && statsOf(output) !== undefined)
    return refuse([found('output-exists', { file: output })], [], undefined)
  const troubles = output === undefined ? print(text) : writeOutput(output, text, holdsSecret(name) ? 0o600 : 0o644, '')
  emitDiagnostics([...diagnostics, ...troubles], source)
  const file = output ?? 'FILE'
  for (const { tap, qemu } of attachments(source)) toStderr(`on ${tap}: qemu-system-x86_64 … ${qemu}\n`)
  if (troubles.length === 0) toStderr(`next: netglot check ${file}; netglot render ${file} -t TARGET\n`)
  return statusOf(troubles)
}

const print = (text: string): readonly Diagnostic[] => {
  toStdout(text)
  return []
}

const holdsSecret = (name: string): boolean =>
  recipes.find(recipe => recipe.name === name)?.parameters.some(({ secret }) => secret) === true
