/** What a user wants of the files below a root. */
export interface Wishes {
  readonly force?: boolean | undefined
  readonly prune?: boolean | undefined
  readonly check?: boolean | undefined
}
