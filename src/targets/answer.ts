/** A package that must be on the machine, and what it is needed for. */
export interface Requirement {
  readonly package: string
  readonly why: string
}

/** A command that a person runs next; netglot never runs one. */
export interface Step {
  readonly argv: readonly string[]
  readonly when: 'reload' | 'reboot'
  readonly why: string
}

/** A file of a stock system that would get in the way. */
export interface Obstacle {
  readonly path: string
  readonly why: string
}

/** A symbolic link that belongs to the answer. */
export interface SymbolicLink {
  readonly path: string
  readonly to: string
}

/** What a target's answer holds beside its files. */
export class Answer {
  readonly links: SymbolicLink[] = []
  readonly steps: Step[] = []
  readonly obstacles: Obstacle[] = []
  private readonly commands = new Set<string>()
  private readonly packages = new Map<string, string>()
  private readonly enabled = new Set<string>()
  private readonly disabled = new Set<string>()

  /** A package, with the reason of the first who wants it. */
  require(name: string, why: string): void {
    if (!this.packages.has(name)) this.packages.set(name, why)
  }

  enable(service: string): void {
    this.enabled.add(service)
  }

  disable(service: string): void {
    this.disabled.add(service)
  }

  /** A command to run next, after those already there; the same command comes once. */
  step(when: Step['when'], why: string, ...argv: readonly string[]): void {
    const command = argv.join('\0')
    if (this.commands.has(command)) return
    this.commands.add(command)
    this.steps.push({ argv, when, why })
  }

  /** A file in the way, with the reason of the first who names it. */
  obstacle(path: string, why: string): void {
    if (!this.obstacles.some(other => other.path === path)) this.obstacles.push({ path, why })
  }

  get requires(): readonly Requirement[] {
    return [...this.packages].map(([name, why]) => ({ package: name, why })).sort((a, b) => (a.package < b.package ? -1 : 1))
  }

  get services(): { readonly enable: readonly string[]; readonly disable: readonly string[] } {
    return { enable: [...this.enabled].sort(), disable: [...this.disabled].sort() }
  }
}
