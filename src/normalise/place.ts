import { Leaf, type Path } from '../model/leaf.ts'

/** A mapping of the description together with its path: picks leaves with their origins. */
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
    return list.map((item, i) => new Leaf(item, [this.at(key, i)]))
  }

  /** The mappings of a list. */
  places<K extends keyof T & string>(key: K): readonly Place<Item<T[K]> & object>[] {
    const list = (this.value[key] ?? []) as readonly (Item<T[K]> & object)[]
    return list.map((item, i) => new Place(item, this.at(key, i)))
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
