import type { Answers, Question } from '../protocol.ts'
import type { Service } from '../serve.ts'
import { startService } from './ask-service.ts'

declare global {
  /** engine.js: makes the engine, here or in a worker, which gets its text. */
  var netglotEngine: () => Service<Question>
}

export type AskEngine = <Q extends Question>(question: Q) => Promise<Answers[Q['ask']]>

/**
 * Characters of a description that a few milliseconds render. In the page they cost less than a worker's answer: browsers draw what was typed before
 * they deliver that, and the files come a frame later.
 */
const small = 4000

/** The engine in the page for what the page waits for, and in a worker, once it is needed, for what would keep the page from its work. */
export const startEngine = (): AskEngine => {
  const here = globalThis.netglotEngine()
  let there: ReturnType<typeof startService<Question>> | undefined
  const ask = async (question: Question): Promise<unknown> => {
    if (isQuick(question)) return here.answer(question)
    there ??= startService(globalThis.netglotEngine)
    return there(question)
  }
  return ask as AskEngine
}

const isQuick = (question: Question): boolean => question.ask === 'hello' || (question.ask === 'render' && question.text.length <= small)
