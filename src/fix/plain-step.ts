import type { Step } from '../diagnostics/fix.ts'
import type { Path } from '../model/leaf.ts'

type Plain = string | Plain[] | { [key: string]: Plain }

/** What a step means, done to the values alone: the text after it has to say just that. Undefined where it can't be done. */
export function plainStep(value: unknown, step: Step): unknown {
  const root = copied(value as Plain)
  const above = step.path.slice(0, -1)
  const key = step.path.at(-1)
  const parent = step.do === 'set' || step.do === 'append' ? made(root, above) : at(root, above)
  if (parent === undefined || typeof parent === 'string' || key === undefined) return undefined
  return done(root, parent, key, step) ? root : undefined
}

const done = (root: Plain, parent: Exclude<Plain, string>, key: string | number, step: Step): boolean => {
  const old = read(parent, key)
  if (step.do === 'set') return write(parent, key, copied(step.value as Plain))
  if (step.do === 'append') {
    const list = old ?? []
    return Array.isArray(list) && write(parent, key, [...list, copied(step.value as Plain)])
  }
  if (old === undefined) return false
  if (step.do === 'wrap') return write(parent, key, [old])
  remove(parent, key)
  if (step.do === 'remove') return true
  const target = step.do === 'rename' ? parent : made(root, step.to.slice(0, -1))
  const name = step.do === 'rename' ? step.to : step.to.at(-1)
  if (target === undefined || typeof target === 'string' || name === undefined || read(target, name) !== undefined) return false
  return write(target, name, old)
}

const copied = (value: Plain): Plain => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(copied)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]))
}

const read = (parent: Plain, key: string | number): Plain | undefined => {
  if (typeof parent === 'string') return undefined
  if (Array.isArray(parent)) return parent[Number(key)]
  return Object.hasOwn(parent, key) ? parent[String(key)] : undefined
}

const write = (parent: Exclude<Plain, string>, key: string | number, value: Plain): boolean => {
  if (Array.isArray(parent)) parent[Number(key)] = value
  else parent[String(key)] = value
  return true
}

const remove = (parent: Exclude<Plain, string>, key: string | number): void => {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[String(key)]
}

const at = (root: Plain, path: Path): Plain | undefined => path.reduce<Plain | undefined>((value, part) => value && read(value, part), root)

/** As `at`, with the mappings that are not there made. */
const made = (root: Plain, path: Path): Plain | undefined =>
  path.reduce<Plain | undefined>((value, part) => {
    if (value === undefined || typeof value === 'string') return undefined
    const below = read(value, part)
    if (below !== undefined || Array.isArray(value)) return below
    const empty: Plain = {}
    value[String(part)] = empty
    return empty
  }, root)
