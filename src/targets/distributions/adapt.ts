import { isVirtual, type Network } from '../../model/network.ts'
import type { Answer, Obstacle, Requirement, Step } from '../answer.ts'
import { nameBefore } from '../name-before.ts'
import type { Distribution, Shipped } from './distribution.ts'

/** What goes with the files, in the words of a distribution. */
export interface Adapted {
  readonly requires: readonly Requirement[]
  readonly apply: readonly Step[]
  readonly remove: readonly Obstacle[]
}

/** An answer as it is where no distribution is known: packages and commands are Debian’s. */
export const unadapted = ({ requires, steps, obstacles }: Answer): Adapted => ({ requires, apply: steps, remove: obstacles })

/** An answer for a distribution: its names of packages, its commands, and what it has put in the way. */
export function adapt(answer: Answer, target: string, distribution: Distribution, network: Network): Adapted {
  const { family } = distribution
  const names = (name: string): readonly string[] => (Object.hasOwn(family.packages, name) ? (family.packages[name] ?? []) : [name])
  const requires = answer.requires.flatMap(({ package: name, why }) => names(name).map(own => ({ package: own, why })))
  const known = answer.obstacles.filter(({ path }) => family.lacks?.test(path) !== true)
  const inTheWay = (distribution.inTheWay ?? []).filter(({ of, onlyFor }) => of.includes(target) && onlyFor?.(network) !== false)
  const shipped = network.links.length === 0 ? [] : inTheWay
  return {
    requires: requires.filter((r, i) => requires.findIndex(other => other.package === r.package) === i),
    apply: answer.steps.map(step => (step.argv[0] === 'update-initramfs' ? { ...step, argv: family.initramfs } : step)),
    remove: [...known, ...shipped.flatMap(file => forDevices(file, network))],
  }
}

const forDevices = ({ path, why }: Shipped, network: Network): readonly Obstacle[] => {
  if (!path.includes('IFACE')) return [{ path, why }]
  const names = network.links.filter(link => !isVirtual(link)).flatMap(link => nameBefore(link) ?? [])
  return names.map(name => ({ path: path.replaceAll('IFACE', name), why: why.replaceAll('IFACE', name) }))
}
