/** Keys and indices from the root of `network:` down to one value of the description. */
export type Path = readonly (string | number)[]

/** A path as people read it: `bridges.br0.interfaces[0]`. Keys that hold dots or blanks are quoted. */
export const showPath = (path: Path): string =>
  path
    .map(part => (typeof part === 'number' ? `[${part}]` : /^[\w@:-]+$/.test(part) ? `.${part}` : `."${part}"`))
    .join('')
    .replace(/^\./, '')

/** A value of the model together with the places in the description that it came from. */
export class Leaf<out T> {
  readonly value: T
  /** Empty: a default that nobody wrote. */
  readonly origins: readonly Path[]
  /** Never shown in a diagnostic; a file that prints one is private. */
  readonly secret: boolean

  constructor(value: T, origins: readonly Path[], secret = false) {
    this.value = value
    this.origins = origins
    this.secret = secret
  }

  /** Whether the description says it, as opposed to a default. */
  get written(): boolean {
    return this.origins.length > 0
  }

  /** Another value from the same places. */
  map<U>(change: (value: T) => U): Leaf<U> {
    return new Leaf(change(this.value), this.origins, this.secret)
  }
}

/** One leaf from two: for a line of a file that several values make. */
export const combine = <A, B, C>(a: Leaf<A>, b: Leaf<B>, make: (a: A, b: B) => C): Leaf<C> =>
  new Leaf(make(a.value, b.value), [...a.origins, ...b.origins], a.secret || b.secret)

/** A default: a value that the description means without saying it. */
export const silent = <T>(value: T): Leaf<T> => new Leaf(value, nowhere)

const nowhere: readonly Path[] = []
