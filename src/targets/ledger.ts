import type { Leaf, Path } from '../model/leaf.ts'

declare const sealed: unique symbol

/** Proof that a leaf was dealt with. Only the ledger makes one. */
export interface Receipt {
  readonly [sealed]: true
  readonly origins: readonly Path[]
}

/**
 * Why a target can't have a leaf: it has no such concept; it has, but not this value; only newer versions have; another leaf forbids it;
 * or it is written, but means something near only.
 */
export type LossClass = 'absent' | 'value' | 'version' | 'conflict' | 'approximate'

export interface Reason {
  readonly class: LossClass
  /** Goes after a colon: `it has no such option`. */
  readonly why: string
  /** What to do instead. */
  readonly remedy: string
}

export interface Loss extends Reason {
  readonly leaf: Leaf<unknown>
  /** The field's name, for leaves that nobody wrote. */
  readonly field: string
}

/** A path as one text: no key of a description holds a control character. */
export const pathKey = (path: Path): string => {
  let key = ''
  for (const part of path) key += `\n${part}`
  return key
}

/** What became of each leaf on the way to one target. */
export class Ledger {
  readonly losses: Loss[] = []
  /** Why a path needs no line, by its key. */
  readonly implied = new Map<string, { readonly path: Path; readonly why: string }>()
  private readonly printed = new Set<string>()
  /** The field that the walk is at, for its losses. */
  field = ''

  /** The leaf is in a document. That alone does not account for it: it has to come out of the template. */
  placed(leaf: Leaf<unknown>): Receipt {
    return this.receipt(leaf)
  }

  /** The target can't have it. */
  lose(leaf: Leaf<unknown>, reason: Reason): Receipt {
    this.losses.push({ ...reason, leaf, field: this.field })
    return this.receipt(leaf)
  }

  /** The leaf has no effect of its own on this target, or what it says holds there anyway. */
  imply(leaf: Leaf<unknown>, why: string): Receipt {
    for (const path of leaf.origins) this.implied.set(pathKey(path), { path, why })
    return this.receipt(leaf)
  }

  /** Called for the lines of a printed file. */
  print(lines: readonly { readonly origins: readonly Path[] }[]): void {
    for (const { origins } of lines) for (const path of origins) this.printed.add(pathKey(path))
  }

  /** The paths that were neither printed nor lost nor implied. */
  unaccounted(paths: readonly Path[]): readonly Path[] {
    const lost = new Set(this.losses.flatMap(loss => loss.leaf.origins.map(pathKey)))
    return paths.filter(path => {
      const key = pathKey(path)
      return !this.printed.has(key) && !this.implied.has(key) && !lost.has(key)
    })
  }

  private receipt(leaf: Leaf<unknown>): Receipt {
    return { origins: leaf.origins } as unknown as Receipt
  }
}
