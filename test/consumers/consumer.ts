/** A real program that reads a target's files. */
export interface Consumer {
  /** The target whose files it reads, with version: `networkd@252`. */
  readonly target: string
  /** Program and version that judges; goes into the test's name. Where no real program exists in Debian, the title says so. */
  readonly title: string
  /**
   * What the program complains about in the files below `root`, a root file system as rendered and with the right modes.
   * Empty: it read all of it.
   */
  judge(root: string): Promise<readonly string[]>
}
