/** A real program that reads a target's files. */
export interface Consumer {
  /** The target whose files it reads, with version: `networkd@252`. */
  readonly target: string
  /** Program and version that judges; goes into the test's name. Where no real program exists in Debian, the title says so. */
  readonly title: string
  /** The files that it reads, where it has nothing to say of a root without them. */
  readonly reads?: RegExp
  /**
   * What the program complains about in the files below `root`, a root file system as rendered and with the right modes.
   * Empty: it read all of it.
   */
  judge(root: string): Promise<readonly string[]>
}
