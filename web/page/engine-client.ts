import type { Answers, Question } from '../protocol.ts'
import type { Service } from '../serve.ts'
import { startService } from './ask-service.ts'

declare global {
  /** engine.js: makes the engine, here or in a worker, which gets its text. */
  var netglotEngine: () => Service<Question>
}

export type AskEngine = <Q extends Question>(question: Q) => Promise<Answers[Q['ask']]>

export const startEngine = (): AskEngine => startService(globalThis.netglotEngine) as AskEngine
