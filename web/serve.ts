/** One question on its way. */
export interface Message<Q> {
  readonly id: number
  readonly question: Q
}

/** Where a worker gets messages and answers them. */
export interface Scope<Q> {
  onmessage: ((event: { readonly data: Message<Q> }) => void) | null
  postMessage(message: object): void
}

/** What engine.js and picture.js are: something that answers, here or in a worker. */
export interface Service<Q> {
  answer(question: Q): unknown
  serve(scope: Scope<Q>): void
}

/** Has a worker answer questions. */
export const serving =
  <Q>(answer: (question: Q) => unknown) =>
  (scope: Scope<Q>): void => {
    scope.onmessage = async ({ data: { id, question } }) => {
      try {
        scope.postMessage({ id, answer: await answer(question) })
      } catch (error) {
        scope.postMessage({ id, fault: error instanceof Error ? error.message : String(error) })
      }
    }
  }
