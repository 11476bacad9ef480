import type { Path } from '../model/leaf.ts'

type Branch = Map<string | number, Branch | Path>

/**
 * Values of a description by their paths, which are crossed off one by one; none of them is a part of another. To make a text of each path instead
 * takes more than twice as long.
 */
export class PathTree {
  private readonly root: Branch = new Map()
  /** How many are left. */
  size: number

  constructor(paths: readonly Path[]) {
    this.size = paths.length
    for (const path of paths) this.branchOf(path).set(path.at(-1) ?? '', path)
  }

  /** Crosses a path off; one that isn't there is no matter. */
  delete(path: Path): void {
    let branch = this.root
    const last = path.length - 1
    for (let i = 0; i < last; i++) {
      const next = branch.get(path[i] as string)
      if (!(next instanceof Map)) return
      branch = next
    }
    const key = path[last] ?? ''
    const found = branch.get(key)
    if (found === undefined || found instanceof Map) return
    branch.delete(key)
    this.size--
  }

  /** What is left, in the order in which it came. */
  get paths(): readonly Path[] {
    return pathsIn(this.root)
  }

  private branchOf(path: Path): Branch {
    let branch = this.root
    for (let i = 0; i < path.length - 1; i++) {
      const key = path[i] as string
      const next = branch.get(key)
      if (next instanceof Map) branch = next
      else {
        const made: Branch = new Map()
        branch.set(key, made)
        branch = made
      }
    }
    return branch
  }
}

const pathsIn = (branch: Branch): readonly Path[] => [...branch.values()].flatMap(next => (next instanceof Map ? pathsIn(next) : [next]))
