/** What is to be known of a key beside what the schema says. */
export interface Fact {
  /** Where the kernel, or a program that asks it, shows the value. */
  readonly kernel?: string
  /** What goes wrong, or how it is, without the key. */
  readonly without?: string
}

/** By the key, `*` for a name. */
export type Facts = Readonly<Record<string, Fact>>
