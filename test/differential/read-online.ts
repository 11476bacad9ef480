import type { Fact, TextFile } from './semantic.ts'

const place = 'online'
const isOnline = (fact: Fact): boolean => fact.place === place

/**
 * `RequiredForOnline=` as the state that the boot waits for. yes is networkd's own, `degraded`; a port is `enslaved` as soon as it has a carrier,
 * which is more.
 */
export const onlineFact = (device: string, required: string, isPort: boolean): Fact => ({
  device,
  place,
  value: required !== 'yes' ? required : isPort ? 'carrier' : 'degraded',
})

/** What systemd-networkd-wait-online is told to wait for by the drop-in that netplan writes since 1.1, by interface. */
const waitedFor = (files: readonly TextFile[]): ReadonlyMap<string, string> => {
  const dropIn = files.find(({ path }) => /systemd-networkd-wait-online\.service\.d\/10-netplan\.conf$/.test(path))
  return new Map([...(dropIn?.content ?? '').matchAll(/ -i ([^\s:]+):([a-z-]+)/g)].map(([, name = '', state = '']) => [name, state]))
}

/**
 * The facts with what netplan 1.1's list says instead of `RequiredForOnline=`. It names the NICs that are there when it runs, which is known for
 * those alone that go by their own name: of the others nothing is said.
 */
export const withList = (facts: readonly Fact[], files: readonly TextFile[], there: ReadonlySet<string>): readonly Fact[] => {
  const states = waitedFor(files)
  return onlyThere(facts, there).map(fact => (isOnline(fact) ? { ...fact, value: states.get(fact.device) ?? 'no' } : fact))
}

/** The facts without what is said of waiting for NICs that may not be there. */
export const onlyThere = (facts: readonly Fact[], there: ReadonlySet<string>): readonly Fact[] =>
  facts.filter(fact => !isOnline(fact) || there.has(fact.device))
