import { fixAll, fixEdits, render, type Source } from '../../src/index.ts'
import { type Answers, fileName, type Question } from '../protocol.ts'
import { archive } from './archive.ts'
import { drawing } from './drawing.ts'
import { hello } from './hello.ts'
import { outcome } from './outcome.ts'
import { withoutSecrets } from './without-secrets.ts'

/** The answer to a question of the page. */
export function answer(question: Question): Answers[keyof Answers] | Promise<Answers['tar']> {
  switch (question.ask) {
    case 'hello':
      return hello()
    case 'render':
      return outcome(sourceOf(question.text), question.target, question.allowLoss)
    case 'survey':
      return survey(sourceOf(question.text), question.target)
    case 'tar':
      return archive(sourceOf(question.text), question.target, question.allowLoss)
    case 'withoutSecrets':
      return withoutSecrets(question.text)
    case 'drawing':
      return drawing(sourceOf(question.text))
    case 'fix':
      return fixEdits(sourceOf(question.text), question.fix)
    case 'fixAll':
      return fixAll(sourceOf(question.text)).source[0]?.text ?? question.text
  }
}

const sourceOf = (text: string): Source => [{ name: fileName, text }]

const survey = (source: Source, target: string): Answers['survey'] => {
  const { targets, diagnostics } = render(source, { targets: [target] })
  const losses = diagnostics.filter(({ severity, target }) => severity === 'error' && target !== undefined).length
  return { refused: targets.length === 0, losses }
}
