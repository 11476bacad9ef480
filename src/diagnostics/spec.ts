export type Severity = 'error' | 'warning' | 'info'

/** One kind of diagnostic: what it is called and how it speaks. */
export interface Spec<P> {
  /** `NG` and four digits; never used again for something else. */
  readonly code: string
  readonly severity: Severity
  /** What is the matter, in one line, with the value and what would be right. */
  readonly message: (params: P) => string
  /** What to do. */
  readonly hint: (params: P) => string
}

export const spec = <P>(s: Spec<P>): Spec<P> => s
