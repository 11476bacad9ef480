/** A default of the kernel's, or of a stack's, that is not the same on all stacks. */
interface DefaultThatDiffers {
  readonly leaf: RegExp
  /** Of devices; absent: of all kinds. */
  readonly kinds?: readonly string[]
  readonly stacks: readonly string[]
  readonly reason: string
}

export const defaultsThatDiffer: readonly DefaultThatDiffers[] = []
