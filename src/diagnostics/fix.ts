import { type Path, showPath } from '../model/leaf.ts'

/** A value to write, as in YAML: every scalar a text. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value }

/** One change of the description, at a place of it; what is not named stays as it is, comments and layout too. */
export type Step =
  /** Writes a value, with the mappings that it stands in. */
  | { readonly do: 'set'; readonly path: Path; readonly value: Value }
  /** Adds to the end of a list, which is made where there is none. */
  | { readonly do: 'append'; readonly path: Path; readonly value: Value }
  /** Makes a single value a list of one. */
  | { readonly do: 'wrap'; readonly path: Path }
  | { readonly do: 'rename'; readonly path: Path; readonly to: string }
  /** Moves a key with all below it, with its comments. */
  | { readonly do: 'move'; readonly path: Path; readonly to: Path }
  | { readonly do: 'remove'; readonly path: Path }

/** What is certain to be meant in place of a mistake. */
export interface Fix {
  /** What it does, in words. */
  readonly title: string
  readonly steps: readonly Step[]
}

export const fixOf = (steps: readonly Step[]): Fix => ({ title: steps.map(titleOf).join(', '), steps })

const titleOf = (step: Step): string => {
  const key = step.path.at(-1) ?? ''
  const above = showPath(step.path.slice(0, -1)) || 'network'
  switch (step.do) {
    case 'set':
      return `write \`${key}: ${inline(step.value)}\` in ${above}`
    case 'append':
      return `add \`${inline(step.value)}\` to ${showPath(step.path)}`
    case 'wrap':
      return `make ${showPath(step.path)} a list of one`
    case 'rename':
      return `rename \`${key}\` to \`${step.to}\` in ${above}`
    case 'move':
      return `move \`${key}\` from ${above} to ${showPath(key === step.to.at(-1) ? step.to.slice(0, -1) : step.to)}`
    case 'remove':
      return typeof key === 'number' ? `take ${showPath(step.path)} out` : `take \`${key}\` out of ${above}`
  }
}

const inline = (value: Value): string => {
  if (typeof value === 'string') return value
  if (isList(value)) return `[${value.map(inline).join(', ')}]`
  return `{${Object.entries(value)
    .map(([key, one]) => `${key}: ${inline(one)}`)
    .join(', ')}}`
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
