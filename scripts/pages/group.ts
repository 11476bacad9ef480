import { allKeys, type Key } from '../../src/reference/keys.ts'

/** A key with all device types that have it in the same way. */
export interface SharedKey {
  readonly key: Key
  readonly sections: readonly string[]
}

export interface Group {
  readonly title: string
  readonly keys: readonly SharedKey[]
}

/** The keys as a reader looks for them: those of the whole, those of every device, those that several types share, those of one. */
export function groups(): readonly Group[] {
  const keys = allKeys()
  const sections = [...new Set(keys.flatMap(key => key.section ?? []))]
  const whole = keys.filter(key => key.section === undefined && !isBesideDevices(key, sections))
  const beside = keys.filter(key => isBesideDevices(key, sections)).slice(0, 1)
  const byTitle = new Map<string, SharedKey[]>()
  for (const shared of shareOut(keys.filter(key => key.section !== undefined))) {
    const title = titleOf(shared.sections, sections)
    byTitle.set(title, [...(byTitle.get(title) ?? []), shared])
  }
  const found = [...byTitle].map(([title, shared]) => ({ title, keys: shared }))
  const alone = ({ keys: [first] }: Group): number => first?.sections.length ?? 0
  return [
    {
      title: 'The whole',
      keys: [...whole, ...beside.map(key => ({ ...key, below: 'TYPE.renderer' }))].map(key => ({ key, sections: [] })),
    },
    ...found.sort((a, b) => alone(b) - alone(a)),
  ]
}

/** `ethernets.renderer`, which stands beside the definitions of every type alike. */
const isBesideDevices = ({ path, section }: Key, sections: readonly string[]): boolean =>
  section === undefined && sections.some(name => path === `${name}.renderer`)

/** One entry for all types that have a key of that place, that meaning and those values. */
const shareOut = (keys: readonly Key[]): readonly SharedKey[] => {
  const all = new Map<string, { key: Key; sections: string[] }>()
  for (const key of keys) {
    const same = [key.below, key.meta.description, key.value, key.required].join('\0')
    const before = all.get(same)
    if (before === undefined) all.set(same, { key, sections: [key.section ?? ''] })
    else before.sections.push(key.section ?? '')
  }
  return [...all.values()]
}

const titleOf = (some: readonly string[], all: readonly string[]): string => {
  const others = all.filter(section => !some.includes(section))
  const named = (sections: readonly string[]): string => sections.map(section => `\`${section}\``).join(', ')
  if (others.length === 0) return 'Every device'
  return others.length < some.length && others.length <= 3 ? `Every device but those of ${named(others)}` : named(some)
}
