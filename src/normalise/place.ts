import { Leaf, type Path } from '../model/leaf.ts'

/**
 * A mapping of the description together with its path: picks leaves with their origins. Lists are made by `push`: of those that `map` and `filter` make V8
 * has several shapes, and what it has compiled for one it has to compile again for the next.
 */
export class Place<T extends object> {
  readonly value: T
  readonly path: Path

  constructor(value: T, path: Path) {
    this.value = value
    this.path = path
  }

  /** The value of a key as a leaf; undefined where the description is silent. */
  leaf<K extends keyof T & string>(key: K): Leaf<NonNullable<T[K]>> | undefined {
    const value = this.value[key]
    return value === undefined || value === null ? undefined : new Leaf(value as NonNullable<T[K]>, [[...this.path, key]])
  }

  /** The value of a key that has to be there. */
  required<K extends keyof T & string>(key: K): Leaf<T[K]> {
    return new Leaf(this.value[key], [this.at(key)])
  }

  /** The items of a list as leaves. */
  items<K extends keyof T & string>(key: K): readonly Leaf<Item<T[K]>>[] {
    const list = (this.value[key] ?? []) as readonly Item<T[K]>[]
    const leaves: Leaf<Item<T[K]>>[] = []
    for (const item of list) leaves.push(new Leaf(item, [[...this.path, key, leaves.length]]))
    return leaves
  }

  /** The mappings of a list. */
  places<K extends keyof T & string>(key: K): readonly Place<Item<T[K]> & object>[] {
    const list = (this.value[key] ?? []) as readonly (Item<T[K]> & object)[]
    const places: Place<Item<T[K]> & object>[] = []
    for (const item of list) places.push(new Place(item, [...this.path, key, places.length]))
    return places
  }

  /** The mapping below a key. */
  place<K extends keyof T & string>(key: K): Place<NonNullable<T[K]> & object> | undefined {
    const value = this.value[key]
    return value === undefined || value === null ? undefined : new Place(value as NonNullable<T[K]> & object, this.at(key))
  }

  /** The mapping itself as an origin where it is empty, as with `parameters: {}`, which says something: STP on. */
  get emptyOrigin(): readonly Path[] {
    return Object.keys(this.value).length === 0 ? [this.path] : []
  }

  at(...parts: Path): Path {
    return [...this.path, ...parts]
  }
}

type Item<L> = NonNullable<L> extends readonly (infer I)[] ? I : never
