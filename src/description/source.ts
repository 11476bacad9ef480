/** One file of the description. */
export interface SourceFile {
  /** As the user named it; `-` for standard input. */
  readonly name: string
  readonly text: string
}

/** The files of a description, in the order in which they merge: later ones win. */
export type Source = readonly SourceFile[]
