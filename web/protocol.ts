import type { ExplainedFile } from '../src/explain/explain.ts'
import type { Diagnostic, Fix, Graph, Span, TargetAnswer, TextEdit } from '../src/index.ts'

/** What the page asks the engine, which may run in a worker; everything that goes between them is plain data. */
export interface Questions {
  readonly hello: Record<never, never>
  readonly render: RenderQuestion
  readonly survey: { readonly text: string; readonly target: string }
  readonly tar: RenderQuestion
  readonly withoutSecrets: { readonly text: string }
  readonly drawing: { readonly text: string }
  readonly fix: { readonly text: string; readonly fix: Fix }
  readonly fixAll: { readonly text: string }
}

export interface Answers {
  readonly hello: Hello
  readonly render: Outcome
  readonly survey: Survey
  readonly tar: Uint8Array | undefined
  readonly withoutSecrets: Shareable
  readonly drawing: Drawing
  /** Undefined where it can't be done for certain. */
  readonly fix: readonly TextEdit[] | undefined
  readonly fixAll: string
}

export type Question = { readonly [K in keyof Questions]: { readonly ask: K } & Questions[K] }[keyof Questions]

interface RenderQuestion {
  readonly text: string
  readonly target: string
  /** Whether to show what is left of a target that loses something. */
  readonly allowLoss: boolean
}

export interface Stack {
  readonly id: string
  readonly title: string
  readonly about: string
  /** The default first. */
  readonly spellings: readonly { readonly name: string; readonly text: string }[]
}

export interface Example {
  readonly name: string
  readonly title: string
  readonly text: string
}

/** What the page has to know before it asks anything. */
export interface Hello {
  readonly stacks: readonly Stack[]
  readonly examples: readonly Example[]
  /** The JSON Schema of a description. */
  readonly schema: object
}

export type { ExplainedLine } from '../src/explain/explain.ts'

export interface OutcomeFile extends ExplainedFile {
  readonly content: string
}

export type Beside = Pick<TargetAnswer, 'text' | 'failed' | 'links' | 'services' | 'requires' | 'apply' | 'remove'>

export interface Outcome {
  /** Undefined where the description is refused. */
  readonly answer: (Beside & { readonly files: readonly OutcomeFile[] }) | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Milliseconds that it took. */
  readonly took: number
}

/** What a tab says of its target. */
export interface Survey {
  readonly refused: boolean
  readonly losses: number
}

export interface Drawing {
  /** Undefined where the description is refused. */
  readonly graph: Graph | undefined
  /** Where the devices stand in the description, by `section.name`. */
  readonly places: Readonly<Record<string, Span | undefined>>
}

/** A description that may be shown to others. */
export interface Shareable {
  /** Undefined where it can't be told what in it is a secret. */
  readonly text: string | undefined
  /** The places whose values were left out. */
  readonly leftOut: readonly string[]
}

/** The name of the one file that a description is here. */
export const fileName = 'description.yaml'
