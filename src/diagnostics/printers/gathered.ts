import { grouped, placeOf, type Told } from './once.ts'

/** One way in which a finding holds: why, what to do about it, and for which targets. */
export interface Variant {
  readonly why: string
  readonly hint: string
  readonly targets: readonly string[]
}

/** A finding as people read it: once at its place, though each target may have a reason of its own. */
export interface Gathered extends Told {
  readonly variants: readonly Variant[]
}

/** What is said of the same place for several targets, put together at the place of the first. */
export const gathered = (told: readonly Told[]): readonly Gathered[] =>
  grouped(
    told.map((d, i) => ({ d, ...partsOf(d), i })),
    ({ d, stem, i }) => (d.targets.length === 0 ? String(i) : [d.severity, d.code, d.path, ...placeOf(d), stem].join('\0')),
  ).map(([first, ...others]) => {
    const all = [first, ...others]
    const variants = variantsOf(all)
    const targets = [...new Set(all.flatMap(({ d }) => d.targets))]
    const why = variants.length > 1 || first.why === '' ? '' : `: ${first.why}`
    return { ...first.d, message: `${subject(first, targets.length)}${first.stem}${why}`, targets, variants }
  })

interface Parts {
  readonly d: Told
  /** The message up to its reason, without the target that it may begin with. */
  readonly stem: string
  readonly why: string
}

const partsOf = (d: Told): Omit<Parts, 'd'> => {
  const text = d.message.slice(named(d).length)
  const end = text.indexOf(': ')
  // What is no sentence before the colon, such as the name of a device, does not tell what is found.
  return end > 0 && text.slice(0, end).trim().includes(' ')
    ? { stem: text.slice(0, end), why: text.slice(end + 2) }
    : { stem: text, why: '' }
}

const named = ({ message, target }: Told): string => (target !== undefined && message.startsWith(`${target} `) ? target : '')

const subject = ({ d }: Parts, count: number): string => (named(d) === '' || count === 1 ? named(d) : `${named(d)} (and ${count - 1} more)`)

const variantsOf = (all: readonly Parts[]): readonly Variant[] =>
  grouped(all, ({ d, why }) => `${why}\0${d.hint}`).map(([first, ...others]) => ({
    why: first.why,
    hint: first.d.hint,
    targets: [...new Set([first, ...others].flatMap(({ d }) => d.targets))],
  }))
