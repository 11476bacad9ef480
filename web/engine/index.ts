import './jitless.ts'
import type { Question } from '../protocol.ts'
import { answer } from './answer.ts'

export { answer }

/** One question on its way. */
export interface Message {
  readonly id: number
  readonly question: Question
}

/** Where a worker gets messages and answers them. */
interface Scope {
  onmessage: ((event: { readonly data: Message }) => void) | null
  postMessage(message: object): void
}

/** Answers questions in a worker. */
export function serve(scope: Scope): void {
  scope.onmessage = ({ data: { id, question } }) => {
    try {
      scope.postMessage({ id, answer: answer(question) })
    } catch (error) {
      scope.postMessage({ id, fault: error instanceof Error ? error.message : String(error) })
    }
  }
}
