import { explainFiles } from '../../src/explain/explain.ts'
import { render, type Source } from '../../src/index.ts'
import type { PrintedFile } from '../../src/print/print.ts'
import type { Outcome, OutcomeFile } from '../protocol.ts'

/** What a target makes of a description, each line with what caused it. */
export function outcome(source: Source, target: string, allowLoss: boolean): Outcome {
  const start = performance.now()
  const { targets, diagnostics } = render(source, { targets: [target], allowLoss: allowLoss || [] })
  const [answer] = targets
  const files = filesOf(answer?.files ?? [], source)
  return { answer: answer && besideOf(answer, files), diagnostics, took: performance.now() - start }
}

const besideOf = (answer: NonNullable<ReturnType<typeof render>['targets'][0]>, files: readonly OutcomeFile[]): Outcome['answer'] => {
  const { text, failed, links, services, requires, apply, remove } = answer
  return { text, failed, links, services, requires, apply, remove, files }
}

/** The lines as they are, secrets too: they are the user's own. */
const filesOf = (files: readonly PrintedFile[], source: Source): readonly OutcomeFile[] =>
  explainFiles(files, source).map(({ path, mode, owner, group, secret, lines }, i) => {
    const content = files[i]?.content ?? ''
    const texts = content.split('\n')
    return { path, mode, owner, group, secret, content, lines: lines.map((line, n) => ({ ...line, text: texts[n] ?? '' })) }
  })
